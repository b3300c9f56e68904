package org.cuntu.bench.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.bench.city.ShapeFile;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.Watch;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.quality.TopologyCheck;
import org.cuntu.engine.quality.TopologySweep;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Ours: everything that is measured of the engine, in a JVM whose heap is the one that the figures promise. */
final class OursWorker {
    static final String CLASS = "DLBM";
    private static final String NUMBER = "BSM";
    /** Large enough that no tile is made coarser than its zoom asks for: both sides deliver everything. */
    private static final int MOST_BYTES = 64 << 20;

    private @Nullable FolderSnapshotStore store;
    private final Map<String, Snapshot> open = new HashMap<>();
    private List<Geometry> sites = List.of();

    void register(Worker worker) {
        worker.on("import", w -> take(Path.of(w[0]), w[1], w[2].equals("coverage"), Path.of(w[3]), w[4]));
        worker.on("open", w -> open(Path.of(w[0]), Arrays.copyOfRange(w, 1, w.length)));
        worker.on("sites", w -> sites(Path.of(w[0])));
        worker.on("areas", w -> Map.of("nanos", areas(w)));
        worker.on("outlines", w -> Map.of("nanos", outlines(w)));
        worker.on("check", w -> check(Integer.parseInt(w[0]), Arrays.copyOfRange(w, 1, w.length)));
        worker.on("pieces", w -> pieces(Integer.parseInt(w[0]), Arrays.copyOfRange(w, 1, w.length)));
        worker.on("topology", w -> topology(snapshot(w[0]), Integer.parseInt(w[1])));
        worker.on("matrix", w -> matrix(snapshot(w[0]), snapshot(w[1]), Integer.parseInt(w[2])));
        worker.on(
                "tiles",
                w -> tiles(
                        snapshot(w[0]),
                        Arrays.stream(w).skip(1).mapToInt(Integer::parseInt).toArray()));
        worker.on(
                "tile",
                w -> tile(
                        snapshot(w[0]),
                        Arrays.stream(w).skip(1).mapToInt(Integer::parseInt).toArray()));
        worker.on("first", w -> first(Path.of(w[0]), Integer.parseInt(w[1]), Arrays.copyOfRange(w, 2, w.length)));
    }

    /** One file into one snapshot. */
    private static Object take(Path file, String layer, boolean coverage, Path folder, String bounds) throws Exception {
        LayerSchema schema = new LayerSchema(
                layer,
                coverage ? LayerKind.COVERAGE : LayerKind.DISJOINT,
                List.of(
                        new Field(NUMBER, Field.Type.INTEGER, "标识码", "number"),
                        new Field(CLASS, Field.Type.TEXT, "地类编码", "class")),
                null,
                CLASS);
        Files.createDirectories(folder);
        long start = System.nanoTime();
        String hash;
        int[] count = {0};
        try (SnapshotWriter writer =
                SnapshotWriter.begin(folder, schema, coverage(bounds), new SnapshotOrigin(true, "bench"))) {
            ShapeFile.records(file, (id, code, wkb) -> {
                count[0]++;
                writer.add(wkb, Arrays.asList((long) id, code));
            });
            hash = writer.finish();
        }
        long nanos = System.nanoTime() - start;
        long bytes = Files.size(folder.resolve(hash + ".snap"));
        return Map.of("hash", hash, "nanos", nanos, "features", count[0], "bytes", bytes);
    }

    private static Geometry coverage(String bounds) {
        double[] b = Arrays.stream(bounds.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Coordinate[] ring = new Coordinate[b.length / 2];
        for (int i = 0; i < ring.length; i++) ring[i] = new Coordinate(b[2 * i], b[2 * i + 1]);
        return new GeometryFactory().createPolygon(new CoordinateArraySequence(ring));
    }

    private Object open(Path folder, String[] hashes) {
        if (store == null) store = new FolderSnapshotStore(folder);
        for (String hash : hashes) open.put(hash, store.open(hash).snapshot());
        return Map.of();
    }

    private Snapshot snapshot(String hash) {
        Snapshot snapshot = open.get(hash);
        if (snapshot == null) throw new IllegalStateException("not open: " + hash);
        return snapshot;
    }

    private Object sites(Path file) {
        List<Geometry> read = new ArrayList<>();
        ShapeFile.read(file, entry -> read.add(entry.geometry()));
        sites = read;
        return Map.of("sites", read.size());
    }

    private long[] areas(String[] hashes) {
        long[] nanos = new long[sites.size()];
        for (int s = 0; s < nanos.length; s++) {
            long start = System.nanoTime();
            Site site = Site.of(sites.get(s));
            for (String hash : hashes) {
                Snapshot snapshot = snapshot(hash);
                byClass(snapshot, Kernels.SITE_AREAS.cut(site, snapshot));
            }
            nanos[s] = System.nanoTime() - start;
        }
        return nanos;
    }

    private long[] outlines(String[] hashes) {
        long[] nanos = new long[sites.size()];
        List<Geometry> made = new ArrayList<>();
        for (int s = 0; s < nanos.length; s++) {
            made.clear();
            long start = System.nanoTime();
            Site site = Site.of(sites.get(s));
            for (String hash : hashes) {
                Snapshot snapshot = snapshot(hash);
                byClass(snapshot, Kernels.SITE_OUTLINES.cut(site, snapshot, (piece, outline) -> made.add(outline)));
            }
            nanos[s] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** Outlines that are not valid by OGC rules, and those whose area is not their piece's (contracts 3). */
    private Object check(int most, String[] hashes) {
        int[] wrong = new int[2];
        int[] outlines = {0};
        for (int s = 0; s < StrictMath.min(most, sites.size()); s++) {
            Site site = Site.of(sites.get(s));
            for (String hash : hashes)
                Kernels.SITE_OUTLINES.cut(site, snapshot(hash), (piece, outline) -> {
                    double area = outline.isEmpty() ? 0 : HeapShapes.of(outline).integral(0);
                    outlines[0]++;
                    if (!outline.isValid()) wrong[0]++;
                    if (StrictMath.abs(area - piece.integral()) > 1e-9 * area + 2e-6) wrong[1]++;
                });
        }
        return Map.of("outlines", outlines[0], "invalid", wrong[0], "differing", wrong[1]);
    }

    private static Map<Object, Double> byClass(Snapshot snapshot, LayerCut cut) {
        Map<Object, Double> sums = new HashMap<>();
        for (Piece piece : cut.pieces())
            sums.merge(String.valueOf(snapshot.value(piece.feature(), 1)), piece.integral(), Double::sum);
        return sums;
    }

    private Object pieces(int most, String[] hashes) {
        List<Object> pieces = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        for (int s = 0; s < StrictMath.min(most, sites.size()); s++) {
            Site site = Site.of(sites.get(s));
            wholes.add(site.integral());
            for (int l = 0; l < hashes.length; l++) {
                Snapshot snapshot = snapshot(hashes[l]);
                for (Piece piece : Kernels.SITE_AREAS.cut(site, snapshot).pieces())
                    pieces.add(List.of(s, l, snapshot.value(piece.feature(), 0), piece.integral()));
            }
        }
        return Map.of("pieces", pieces, "sites", wholes);
    }

    /** Every overlap, gap, sliver, spike and the like of a layer. */
    private static Object topology(Snapshot layer, int threads) {
        List<TopologyCheck> checks = List.of(
                new TopologyCheck.Overlap(0.01),
                new TopologyCheck.Gap(0.01, Double.POSITIVE_INFINITY),
                new TopologyCheck.Invalid(),
                new TopologyCheck.SinglePart(),
                new TopologyCheck.PointTwice(),
                new TopologyCheck.PointsNear(0.05),
                new TopologyCheck.Spike(1, 1),
                new TopologyCheck.Sliver(0.2, 0));
        long[] found = {0};
        long start = System.nanoTime();
        TopologySweep.run(layer, checks, new Effort(threads, Watch.NONE), finding -> found[0]++);
        return Map.of("nanos", System.nanoTime() - start, "found", found[0]);
    }

    private static Object matrix(Snapshot a, Snapshot b, int threads) {
        long start = System.nanoTime();
        Map<String, Double> areas = Kernels.MATRIX.areas(a, b, threads);
        return Map.of("nanos", System.nanoTime() - start, "areas", areas);
    }

    /** All tiles of a rectangle, again until the time is over: z, x, y, columns, rows, milliseconds. */
    private static Object tiles(Snapshot snapshot, int[] n) {
        TileOptions options = options();
        long bytes = 0;
        int tiles = 0;
        long start = System.nanoTime();
        do {
            for (int y = n[2]; y < n[2] + n[4]; y++)
                for (int x = n[1]; x < n[1] + n[3]; x++, tiles++)
                    bytes += Kernels.TILES.cut(snapshot, TileMatrixSet.WEB_MERCATOR_QUAD, n[0], x, y, options).length;
        } while (System.nanoTime() - start < 1_000_000L * n[5]);
        return Map.of("nanos", System.nanoTime() - start, "tiles", tiles, "bytes", bytes);
    }

    private static Object tile(Snapshot snapshot, int[] n) {
        byte[] tile = Kernels.TILES.cut(snapshot, TileMatrixSet.WEB_MERCATOR_QUAD, n[0], n[1], n[2], options());
        return Map.of("tile", Base64.getEncoder().encodeToString(tile));
    }

    private static TileOptions options() {
        return TileOptions.of("DLTB", List.of()).withMaxBytes(MOST_BYTES);
    }

    /** From a store that knows nothing to the first answer, in a JVM that is warm. */
    private Object first(Path folder, int times, String[] hashes) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            try (FolderSnapshotStore fresh = new FolderSnapshotStore(folder)) {
                Site site = Site.of(sites.get(i % sites.size()));
                for (String hash : hashes) {
                    try (SnapshotStore.Lease lease = fresh.open(hash)) {
                        byClass(lease.snapshot(), Kernels.SITE_AREAS.cut(site, lease.snapshot()));
                    }
                }
                nanos.add(System.nanoTime() - start);
            }
        }
        return Map.of("nanos", nanos);
    }
}
