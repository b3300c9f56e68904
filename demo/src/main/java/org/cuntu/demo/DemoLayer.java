package org.cuntu.demo;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.locationtech.jts.geom.Geometry;

/**
 * One layer of the synthetic city, ready to be written as a snapshot.
 *
 * @param schema what the features hold; BSM is the first field
 * @param inForceFrom the day from which it is in force
 * @param source where it comes from, Chinese and English, saying what is invented
 * @param coverage the ground it answers for, EPSG:4490
 * @param dimension what the features are made of
 * @param supply makes the features anew, in the same order each time
 */
public record DemoLayer(
        LayerSchema schema,
        LocalDate inForceFrom,
        String source,
        Geometry coverage,
        Dimension dimension,
        Supplier<Stream<Feature>> supply) {
    /** Of areas. */
    DemoLayer(
            LayerSchema schema,
            LocalDate inForceFrom,
            String source,
            Geometry coverage,
            Supplier<Stream<Feature>> supply) {
        this(schema, inForceFrom, source, coverage, Dimension.AREA, supply);
    }

    /** What its snapshot takes in. */
    public Intake intake() {
        return switch (dimension) {
            case AREA -> Intake.STRICT;
            case LINE -> Intake.LINES;
            case POINT -> Intake.POINTS;
        };
    }

    /** The layer's code in the city's register. */
    public String code() {
        return schema.layer();
    }

    /** Always true: only outlines, codes and names are real. */
    public boolean invented() {
        return true;
    }

    /** The features, in order; a new stream each time, to be read once. Values are in the order of the schema's fields. */
    public Stream<Feature> features() {
        return supply.get();
    }

    /** The same features, in force from another day. */
    DemoLayer from(LocalDate day, String source) {
        return new DemoLayer(schema, day, source, coverage, dimension, supply);
    }
}
