package org.cuntu.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cuntu.bench.city.BenchCity;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.city.ShapeFile;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A survey of some ten thousand patches from memory into a snapshot on the disk; the time is that of one patch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ImportBenchmark {
    private static final int PATCHES = 10_000;
    private static final LayerSchema SCHEMA = new LayerSchema("DLTB", LayerKind.COVERAGE, List.of(), null, null);

    private final List<byte[]> outlines = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private Path folder;
    private Geometry coverage;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cuntu-bench-jmh");
        Path file = folder.resolve("survey");
        ShapeFile.write(file, BenchCity.of(1, PATCHES), BenchLayer.SURVEY);
        Envelope box = new Envelope();
        ShapeFile.records(file, (id, code, wkb) -> {
            if (outlines.size() < PATCHES) outlines.add(wkb);
        });
        ShapeFile.read(file, entry -> {
            box.expandToInclude(entry.geometry().getEnvelopeInternal());
            if (features.size() < PATCHES) features.add(Feature.of(entry.geometry()));
        });
        coverage = new GeometryFactory().toGeometry(box);
    }

    @TearDown
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private SnapshotWriter begin() {
        return SnapshotWriter.begin(folder, SCHEMA, coverage, new SnapshotOrigin(true, "bench"));
    }

    /** Outlines as databases hand them out. */
    @Benchmark
    @OperationsPerInvocation(PATCHES)
    public String importWkb() {
        try (SnapshotWriter writer = begin()) {
            for (byte[] outline : outlines) writer.add(outline, List.of());
            return writer.finish();
        }
    }

    /** Outlines as readers of files make them. */
    @Benchmark
    @OperationsPerInvocation(PATCHES)
    public String importGeometries() {
        try (SnapshotWriter writer = begin()) {
            for (Feature feature : features) writer.add(feature);
            return writer.finish();
        }
    }
}
