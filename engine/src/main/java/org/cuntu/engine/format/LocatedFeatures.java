package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.ShapeCheck;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/** Refuses features that do not lie where the file's system says; after ten it has seen enough. */
record LocatedFeatures(FeatureReader reader, String file) implements FeatureReader {
    private static final int ENOUGH = 10;

    @Override
    public List<Field> schema() {
        return reader.schema();
    }

    @Override
    public Crs crs() {
        return reader.crs();
    }

    @Override
    public long size() {
        return reader.size();
    }

    @Override
    public List<Problem> warnings() {
        return reader.warnings();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer) {
        List<Problem> problems = new ArrayList<>();
        reader.forEach(feature -> {
            Place place = Place.file(file).plot(String.valueOf(feature.number()));
            // an empty outline lies nowhere
            ShapeCheck.location(feature.shape(), place).ifPresentOrElse(problems::add, () -> consumer.accept(feature));
            if (problems.size() >= ENOUGH) throw new InputRefused(problems);
        });
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    @Override
    public void close() {
        reader.close();
    }
}
