package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposals;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Makes a line's new version of the one in force and the shapes of a proposal; what is not touched stays to the last bit. */
@Component
class LineCandidates {
    private final LayerRegister register;
    private final LayerImport writing;
    private final LayerDeliveries deliveries;
    private final CityFolder city;

    LineCandidates(LayerRegister register, LayerImport writing, LayerDeliveries deliveries, CityFolder city) {
        this.register = register;
        this.writing = writing;
        this.deliveries = deliveries;
        this.city = city;
    }

    /** Features by their keys. @param taken numbers in the base that are no longer there as they were */
    record Edit(Map<Integer, @Nullable Feature> taken, List<Feature> added) {}

    /**
     * @param base null: the line has no version
     * @return the hash of the new version
     * @throws InputRefused when the shapes do not fit the line, or nothing would change
     */
    String make(
            Proposal proposal,
            ControlLine line,
            @Nullable Snapshot base,
            Proposals.Shapes shapes,
            LineVersions.Open versions,
            Counties counties)
            throws IOException {
        LayerSchema schema = register.findLayer(line.layer()).orElseThrow().schema();
        Edit edit = shapes.files().isEmpty()
                ? new DrawnEdit(proposal, line, schema, base, versions, counties).make(shapes)
                : increment(line, schema, base, shapes);
        if (edit.taken().isEmpty() && edit.added().isEmpty())
            throw refused("planning.nothing-changes", "layer", line.layer());
        Geometry coverage = base != null ? base.coverage() : deliveries.ground("city", proposal.inForceFrom());
        Stream<Feature> kept = base == null
                ? Stream.empty()
                : IntStream.range(0, base.size())
                        .mapToObj(i -> edit.taken().containsKey(i)
                                ? Stream.ofNullable(edit.taken().get(i))
                                : Stream.of(feature(base, i)))
                        .flatMap(each -> each);
        return writing.write(schema, Stream.concat(kept, edit.added().stream()), coverage, LayerImport.Progress.SILENT);
    }

    /** As it stands in a version. */
    static Feature feature(Snapshot snapshot, int number) {
        @Nullable Object[] values = new Object[snapshot.schema().fields().size()];
        for (int i = 0; i < values.length; i++) values[i] = snapshot.value(number, i);
        return new Feature(snapshot.geometry(number), Arrays.asList(values));
    }

    private Edit increment(ControlLine line, LayerSchema schema, @Nullable Snapshot base, Proposals.Shapes shapes)
            throws IOException {
        Map<String, Integer> keys = keys(line, base);
        Map<Integer, @Nullable Feature> taken = new LinkedHashMap<>();
        List<Feature> added = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Proposals.Given file : shapes.files()) {
            LayerDeliveries.Source source = new LayerDeliveries.Source(file.sha256(), file.name(), shapes.crs(), null);
            try (LayerDeliveries.Delivery delivery = deliveries.open(line.layer(), source, () -> {})) {
                delivery.forEach(feature -> {
                    String key = String.valueOf(feature.values().get(schema.indexOf(line.key())));
                    Integer was = keys.get(key);
                    boolean isNew = file.role().equals("ADDED");
                    if (isNew == (was != null)) {
                        String code = isNew ? "planning.key-in-base" : "planning.key-not-in-base";
                        problems.add(Problem.refused(code, Problem.Place.file(file.name()), "key", key));
                    } else if (was == null) {
                        added.add(feature);
                    } else {
                        taken.put(was, file.role().equals("CHANGED") ? feature : null);
                    }
                });
            }
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return new Edit(taken, added);
    }

    private static Map<String, Integer> keys(ControlLine line, @Nullable Snapshot base) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        if (base != null) for (int i = 0; i < base.size(); i++) keys.put(String.valueOf(base.value(i, line.key())), i);
        return keys;
    }

    /** The division whose proposal it is, six digits, or null: the city's. */
    @Nullable
    String county(Proposal proposal) {
        return proposal.division().equals(city.code()) ? null : proposal.division();
    }

    static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
