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
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.Matrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.Watch;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.engine.tile.TileCutter;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One shape, one look, one tile, one matrix, on a survey of ten thousand patches in a mapped file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayerBenchmark {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Path folder;
    private FolderSnapshotStore store;
    private Snapshot survey;
    private Snapshot onePatch;
    private Snapshot plan;
    private Site across;
    private Envelope look;
    private TileMatrixSet.Tile tile;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cuntu-bench-jmh");
        store = new FolderSnapshotStore(folder.resolve("snapshots"));
        BenchCity city = BenchCity.of(1, 10_000);
        List<Feature> features = features(city, BenchLayer.SURVEY);
        survey = snapshot(features);
        plan = snapshot(features(city, BenchLayer.PLAN));
        Geometry patch = features.get(features.size() / 2).geometry();
        onePatch = snapshot(List.of(features.get(features.size() / 2)));
        Coordinate middle = patch.getEnvelopeInternal().centre();
        // a site of 64 vertices whose border runs through the patch
        across = Site.of(
                FACTORY.createPoint(new Coordinate(middle.x + 0.003, middle.y)).buffer(0.003, 16));
        look = new Envelope(middle.x, middle.x + 0.006, middle.y, middle.y + 0.006);
        tile = TileMatrixSet.WEB_MERCATOR_QUAD.tileAt(middle.x, middle.y, 14);
    }

    private List<Feature> features(BenchCity city, BenchLayer layer) throws IOException {
        Path file = folder.resolve(layer.code());
        ShapeFile.write(file, city, layer);
        List<Feature> features = new ArrayList<>();
        ShapeFile.read(file, entry -> features.add(Feature.of(entry.geometry(), entry.code())));
        return features;
    }

    private Snapshot snapshot(List<Feature> features) {
        Envelope box = new Envelope();
        for (Feature feature : features) box.expandToInclude(feature.geometry().getEnvelopeInternal());
        LayerSchema schema = new LayerSchema(
                "DLTB", LayerKind.COVERAGE, List.of(new Field("DLBM", Field.Type.TEXT, "地类编码", "class")), null, "DLBM");
        String hash = SnapshotWriter.write(
                store.folder(), schema, FACTORY.toGeometry(box), new SnapshotOrigin(true, "bench"), features);
        return store.open(hash).snapshot();
    }

    @TearDown
    public void close() throws IOException {
        store.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    /** A site against a layer of one patch that its border crosses. */
    @Benchmark
    public LayerCut cutOnePatch() {
        return SiteOverlay.cut(across, onePatch);
    }

    /** The same with its outline. */
    @Benchmark
    public Geometry outlineOfOnePatch() {
        return SiteOverlay.outline(across, onePatch, 0);
    }

    /** The features in a box of 36 ha. */
    @Benchmark
    public int[] find() {
        return survey.find(look.getMinX(), look.getMinY(), look.getMaxX(), look.getMaxY());
    }

    /** Ten thousand patches by two thousand zones, on one thread. */
    @Benchmark
    public Matrix matrix() {
        return LayerMatrix.of(
                MatrixSide.of(survey).by("DLBM"), MatrixSide.of(plan).by("DLBM"), new Effort(1, Watch.NONE));
    }

    /** A tile of zoom 14. */
    @Benchmark
    public byte[] tile() {
        return TileCutter.cut(
                survey,
                TileMatrixSet.WEB_MERCATOR_QUAD,
                tile.z(),
                tile.x(),
                tile.y(),
                TileOptions.of("DLTB", List.of()));
    }
}
