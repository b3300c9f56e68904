package org.cuntu.engine.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a snapshot file from a stream of features (contracts 8): {@code begin}, {@code add} each, {@code finish}.
 *
 * <p>Features wait in a temporary file below {@code <folder>/tmp}, so memory holds some hundred bytes a feature. They are put in
 * Hilbert order of the middle of their boxes, then by a hash of their content: the same features give the same file and
 * name, whatever the order they came in. Vertices are kept to the last bit; rings are turned (outer counter-clockwise,
 * holes clockwise), nothing else is changed or repaired.
 *
 * <p>Every feature is checked. By a strict intake one that is no valid polygon refuses the whole layer, and all problems (the first
 * {@value #MOST_PROBLEMS}) are reported together by {@link #finish}; another intake keeps it and names it ({@link Defect}). Whatever fails, closing leaves nothing behind. For
 * one thread.
 */
public final class SnapshotWriter implements AutoCloseable {
    private static final int MOST_PROBLEMS = 1000;

    private final Path folder;
    private final Path draft;
    private final SchemaJson schema;
    private final FlatRings coverage;
    private final Spill spill;
    private final Census census = new Census();
    private final List<Problem> problems = new ArrayList<>();
    private final Growing bytes = new Growing();
    private final Intake intake;
    private long seen;
    private int flaws;

    private SnapshotWriter(Path folder, SchemaJson schema, Geometry coverage, Intake intake) throws IOException {
        this.intake = intake;
        this.folder = folder;
        this.schema = schema;
        this.coverage = FlatRings.of(coverage);
        Path drafts = Files.createDirectories(folder.resolve("tmp"));
        String name = UUID.randomUUID().toString();
        draft = drafts.resolve(name + ".draft");
        spill = new Spill(drafts.resolve(name + ".spill"));
    }

    /**
     * Begins a snapshot in a store's folder.
     *
     * @param coverage the polygon within which the layer answers, EPSG:4490
     * @throws InputRefused when the coverage is no valid polygon
     */
    public static SnapshotWriter begin(Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin) {
        return begin(folder, schema, coverage, origin, Intake.STRICT);
    }

    /** As {@link #begin(Path, LayerSchema, Geometry, SnapshotOrigin)}, with another intake than the strict one. */
    public static SnapshotWriter begin(
            Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin, Intake intake) {
        if (schema.fields().size() > SnapshotFormat.MOST_FIELDS)
            throw new IllegalArgumentException("more than " + SnapshotFormat.MOST_FIELDS + " fields");
        Problem wrong = FeatureCheck.geometry(coverage, 0);
        if (wrong != null) throw new InputRefused(wrong);
        try {
            return new SnapshotWriter(folder, new SchemaJson(schema, origin), coverage, intake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it in one go; returns the hash. */
    public static String write(
            Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin, Iterable<Feature> features) {
        return write(folder, schema, coverage, origin, Intake.STRICT, features);
    }

    /** All of it in one go, with another intake than the strict one. */
    public static String write(
            Path folder,
            LayerSchema schema,
            Geometry coverage,
            SnapshotOrigin origin,
            Intake intake,
            Iterable<Feature> features) {
        try (SnapshotWriter writer = begin(folder, schema, coverage, origin, intake)) {
            for (Feature feature : features) writer.add(feature);
            return writer.finish();
        }
    }

    /**
     * Takes the next feature in; what is wrong with it is kept for {@link #finish}.
     *
     * @throws IllegalArgumentException when its values are not those of the schema in number and type
     */
    public void add(Feature feature) {
        seen++;
        requireTypes(feature.values());
        Problem wrong = FeatureCheck.geometry(feature.geometry(), seen, intake.dimension());
        Flaw flaw = wrong == null || !intake.keepsInvalid() ? null : Flaw.of(wrong, feature.geometry());
        if (flaw != null) wrong = null;
        if (wrong == null) wrong = FeatureCheck.values(schema.schema(), feature.values(), seen);
        if (wrong != null) {
            if (problems.size() < MOST_PROBLEMS) problems.add(wrong);
            return;
        }
        if (!problems.isEmpty()) return;
        FlatRings rings = flat(feature, flaw);
        double[] box = census.count(rings);
        if (flaw != null) {
            flaws++;
            Census.widen(box, census.count(flaw.delivered()));
        }
        census.widen(box);
        if (census.tooLarge()) throw new InputRefused(Problem.refused("layer.too-large", Problem.Place.UNKNOWN));
        new FeatureBytes(rings, feature.values(), flaw).write(schema.schema(), bytes.clear());
        try {
            spill.add(bytes.content(), 0.5 * (box[0] + box[2]), 0.5 * (box[1] + box[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FlatRings flat(Feature feature, @Nullable Flaw flaw) {
        if (flaw != null) return Flaw.measured(feature.geometry());
        return intake.dimension() == Dimension.AREA
                ? FlatRings.of(feature.geometry())
                : FlatRings.paths(feature.geometry());
    }

    /** The number of features taken in so far. */
    public long seen() {
        return seen;
    }

    /** What was found wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Writes the file, makes it durable under its name, and gives its hash.
     *
     * @throws InputRefused when a feature was refused: nothing is kept
     */
    public String finish() {
        if (!problems.isEmpty()) throw new InputRefused(problems);
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                assemble(channel);
                channel.force(true);
            }
            String hash = Sha256.of(draft);
            Files.move(draft, folder.resolve(hash + ".snap"), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assemble(FileChannel channel) throws IOException {
        census.count(coverage);
        SnapshotAssembly assembly =
                new SnapshotAssembly(channel, schema, census, spill.size(), intake.dimension(), flaws);
        int[] flawed = new int[flaws];
        int[] places = new int[flaws];
        int found = 0;
        int place = 0;
        for (int feature : spill.hilbertOrder(census.bounds)) {
            FeatureBytes bytes = FeatureBytes.read(schema.schema(), spill.read(feature));
            assembly.feature(bytes);
            if (bytes.flaw() != null) {
                flawed[found] = feature;
                places[found++] = place;
            }
            place++;
        }
        assembly.coverage(coverage);
        for (int i = 0; i < flaws; i++) {
            Flaw flaw =
                    FeatureBytes.read(schema.schema(), spill.read(flawed[i])).flaw();
            if (flaw != null) assembly.flaw(places[i], flaw);
        }
        assembly.finish(coverage);
    }

    /** Removes what is unfinished. */
    @Override
    public void close() {
        try {
            spill.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireTypes(List<@Nullable Object> values) {
        List<Field> fields = schema.schema().fields();
        if (values.size() != fields.size())
            throw new IllegalArgumentException(values.size() + " values for " + fields.size() + " fields");
        for (int f = 0; f < fields.size(); f++) {
            Object value = values.get(f);
            if (value != null && !fields.get(f).type().holds(value))
                throw new IllegalArgumentException(fields.get(f).code() + " does not hold a " + value.getClass());
        }
    }
}
