package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Writes one snapshot: features are added one by one, then {@link #finish} puts them into Hilbert order, writes the file
 * through a channel, syncs and renames it to {@code <hash>.snap} (contracts 8). Closing without finishing leaves nothing.
 * Invalid features are collected and the whole is refused. Not thread safe; memory is a few dozen bytes a feature.
 */
public final class SnapshotWriter implements AutoCloseable {
    private static final int PROBLEMS_KEPT = 100;

    private record Spilled(long hilbert, long tie, long offset, int length) {}

    private final LayerSchema schema;
    private final Geometry coverage;
    private final Path folder;
    private final Path work;
    private final SectionFile spill;
    private final List<Spilled> features = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long spilled;
    private long added;

    /**
     * @param folder the snapshot folder; work goes on in its {@code tmp}
     * @param coverage the polygon or multipolygon inside which the layer answers, EPSG:4490
     */
    public SnapshotWriter(Path folder, LayerSchema schema, Geometry coverage) throws IOException {
        this.schema = schema;
        this.coverage = coverage.copy();
        this.folder = folder;
        this.work = Files.createDirectories(folder.resolve("tmp").resolve(UUID.randomUUID().toString()));
        this.spill = new SectionFile(work.resolve("spill"));
        if (!(coverage instanceof Polygonal) || coverage.isEmpty())
            problems.add(Problem.refused("layer.coverage", Place.UNKNOWN, "layer", schema.layer()));
    }

    /** Adds a feature; what is wrong with it is kept for {@link #finish}. */
    public void add(Feature feature) {
        added++;
        if (!isFit(feature)) return;
        byte[] bytes = FeatureBytes.of(feature);
        Envelope box = feature.geometry().getEnvelopeInternal();
        Coordinate centre = box.centre();
        features.add(new Spilled(
                Hilbert.index(centre.x, centre.y),
                ByteBuffer.wrap(digest().digest(bytes)).getLong(),
                spilled,
                bytes.length));
        spill.add(bytes);
        spilled += bytes.length;
    }

    private boolean isFit(Feature feature) {
        Place place = Place.UNKNOWN.point(String.valueOf(added));
        Geometry geometry = feature.geometry();
        if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
            refuse(Problem.refused("layer.not-polygon", place, "feature", added));
            return false;
        }
        Envelope box = geometry.getEnvelopeInternal();
        if (!(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90)) {
            refuse(Problem.refused("layer.out-of-range", place, "feature", added));
            return false;
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) return true;
        Coordinate at = error.getCoordinate();
        refuse(Problem.refused(
                "layer.invalid-polygon",
                at == null ? place : place.at(at.x, at.y),
                "feature",
                added,
                "why",
                error.getMessage()));
        return false;
    }

    private void refuse(Problem problem) {
        if (problems.size() < PROBLEMS_KEPT) problems.add(problem);
    }

    /**
     * Writes the file.
     *
     * @return the hash, the snapshot's name
     * @throws InputRefused when a feature or the coverage was not fit; nothing is kept
     */
    public String finish() throws IOException {
        if (!problems.isEmpty()) throw new InputRefused(problems);
        spill.flush();
        features.sort(Comparator.comparingLong(Spilled::hilbert)
                .thenComparingLong(Spilled::tie)
                .thenComparingLong(Spilled::offset));
        try (SnapshotSections sections = new SnapshotSections(work, schema, reference())) {
            for (Spilled at : features)
                sections.add(FeatureBytes.read(spill.read(at.offset(), at.length()), schema.fields().size()));
            sections.addCoverage(coverage);
            return publish(sections);
        }
    }

    /** The whole degree nearest to the coverage's middle. */
    private double reference() {
        Envelope box = coverage.getEnvelopeInternal();
        return StrictMath.rint(0.5 * (box.getMinY() + box.getMaxY()));
    }

    private String publish(SnapshotSections sections) throws IOException {
        Path file = work.resolve("snapshot");
        MessageDigest digest = digest();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer part : sections.parts()) {
                digest.update(part.duplicate());
                while (part.hasRemaining()) out.write(part);
            }
            out.force(true);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        Path target = folder.resolve(hash + ".snap");
        if (!Files.exists(target)) {
            try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                // the same content was written at the same time: the same file
            }
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return hash;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
        if (!Files.exists(work)) return;
        try (var paths = Files.walk(work)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
