package org.cuntu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Some features that follow each other in the input, checked and made ready on one thread while others do the same with theirs
 * ({@link OrderedTasks}). What comes out depends on nothing but the features and the layer.
 */
final class FeatureBatch {
    /** What a thread uses again and again. */
    static final class Scratch {
        private final Steps steps = new Steps();
        private final SurelyValid proof = new SurelyValid();
        private final EdgeTerms terms = new EdgeTerms(EdgeTerms.MOST);
    }

    final Growing bytes;
    final Census census = new Census();
    final List<Problem> problems = new ArrayList<>();
    /** Of each feature that was taken, its length in bytes and the middle of its box. */
    final int[] lengths;

    final double[] middles;
    int size;

    private final LayerSchema schema;
    private final Intake intake;
    private final Origin origin;

    private FeatureBatch(LayerSchema schema, Intake intake, Origin origin, int features, Growing buffer) {
        this.schema = schema;
        this.intake = intake;
        this.origin = origin;
        bytes = buffer;
        bytes.cut(0);
        lengths = new int[features];
        middles = new double[2 * features];
    }

    /**
     * @param scratch of the thread that works
     * @param buffer the batch's own until what is in it has been taken over
     */
    static FeatureBatch of(
            List<Incoming> features,
            LayerSchema schema,
            Intake intake,
            Origin origin,
            Scratch scratch,
            Growing buffer) {
        FeatureBatch batch = new FeatureBatch(schema, intake, origin, features.size(), buffer);
        for (Incoming feature : features) batch.take(feature, scratch);
        return batch;
    }

    private void take(Incoming feature, Scratch scratch) {
        FlatRings rings = intake.dimension() == Dimension.AREA ? feature.asPolygons() : null;
        if (rings != null && SurelyValid.areRings(rings) && isProven(rings.turned(), scratch)) {
            Problem wrong = FeatureCheck.values(schema, feature.values(), feature.number());
            if (wrong == null) {
                RingChunks shape = new RingChunks(rings, scratch.steps, origin, scratch.terms);
                put(shape, scratch.steps, feature.values(), null);
            } else {
                problems.add(wrong);
            }
        } else {
            takeDoubtful(feature);
        }
    }

    private boolean isProven(FlatRings rings, Scratch scratch) {
        return scratch.steps.fill(rings, origin) && scratch.proof.proves(rings, scratch.steps);
    }

    /** As JTS says. */
    private void takeDoubtful(Incoming feature) {
        Geometry geometry = feature.asGeometry();
        Problem wrong = FeatureCheck.geometry(geometry, feature.number(), intake.dimension());
        Flaw flaw = wrong == null || !intake.keepsInvalid() ? null : Flaw.of(wrong, geometry);
        if (flaw != null) wrong = null;
        if (wrong == null) wrong = FeatureCheck.values(schema, feature.values(), feature.number());
        if (wrong != null || (flaw == null && geometry == null)) {
            if (wrong != null) problems.add(wrong);
            return;
        }
        FlatRings rings;
        if (flaw != null) rings = Flaw.measured(geometry);
        else rings = intake.dimension() == Dimension.AREA ? FlatRings.of(geometry) : FlatRings.paths(geometry);
        put(new RingChunks(rings), null, feature.values(), flaw);
    }

    private void put(RingChunks shape, @Nullable Steps steps, List<@Nullable Object> values, @Nullable Flaw flaw) {
        double[] box = shape.box.clone();
        RingChunks delivered = flaw == null ? null : new RingChunks(flaw.delivered());
        if (delivered != null) Census.widen(box, delivered.box);
        int start = FeatureBytes.begin(bytes);
        boolean area = intake.dimension() == Dimension.AREA;
        census.count(shape, ShapeBytes.write(shape, box, area, origin, steps, bytes));
        FeatureBytes.endShape(start, bytes);
        ValueBytes.write(values, bytes);
        FeatureBytes.endValues(start, bytes);
        if (flaw != null && delivered != null) {
            FeatureBytes.flaw(flaw, bytes);
            census.count(delivered, ShapeBytes.write(delivered, delivered.box, true, origin, bytes));
            census.flaws++;
        }
        Census.widen(census.bounds, box);
        middles[2 * size] = 0.5 * (box[0] + box[2]);
        middles[2 * size + 1] = 0.5 * (box[1] + box[3]);
        lengths[size++] = bytes.size() - start;
    }
}
