package org.cuntu.engine.matrix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Seconds for a class matrix, ours and plain JTS's with a tree and the containment shortcut; not a test. Arguments: cells a side of
 * the row and of the column layer, threads, rounds, "jts" when it is wanted.
 */
final class MatrixTiming {
    private MatrixTiming() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        int columns = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        int steps = Integer.getInteger("steps", 17);
        Path folder = Files.createTempDirectory("matrix-timing");
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Snapshot a = written(store, new JaggedCells(rows, 300, steps, 1));
            Snapshot b = written(store, new JaggedCells(columns, 300, steps, 2));
            System.out.println(a.size() + " x " + b.size());
            for (int round = 0; round < Integer.parseInt(args[3]); round++) {
                long start = System.nanoTime();
                Matrix m = LayerMatrix.of(
                        MatrixSide.of(a).by("DLBM"), MatrixSide.of(b).by("DLBM"), new Effort(threads, Watch.NONE));
                double sum =
                        m.cells().stream().mapToDouble(Matrix.Cell::integral).sum();
                long pieces = m.cells().stream().mapToLong(Matrix.Cell::pieces).sum();
                double rest = m.rows().stream().mapToDouble(Matrix.Group::rest).sum();
                System.out.printf(
                        "ours %.3f s  sum %.6f  pieces %d  rest %.9f%n",
                        (System.nanoTime() - start) / 1e9, sum, pieces, rest);
            }
            if (args.length > 4) jts(a, b, threads);
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    private static Snapshot written(FolderSnapshotStore store, JaggedCells cells) {
        long start = System.nanoTime();
        String hash = SnapshotWriter.write(
                store.folder(), Ground.PATCHES, Ground.box(0, 0, 300, 300), Ground.INVENTED, cells.patches());
        System.out.printf("written in %.1f s%n", (System.nanoTime() - start) / 1e9);
        return store.open(hash).snapshot();
    }

    private static void jts(Snapshot a, Snapshot b, int threads) throws Exception {
        List<Geometry> left = IntStream.range(0, a.size()).mapToObj(a::geometry).toList();
        STRtree tree = new STRtree();
        for (int i = 0; i < b.size(); i++) {
            Geometry g = b.geometry(i);
            tree.insert(g.getEnvelopeInternal(), g);
        }
        tree.build();
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            double sum = 0;
            try (var pool = Executors.newFixedThreadPool(threads)) {
                List<Future<Double>> parts = IntStream.range(0, (left.size() + 999) / 1000)
                        .mapToObj(k -> pool.submit(
                                () -> part(left.subList(1000 * k, Math.min(left.size(), 1000 * k + 1000)), tree)))
                        .toList();
                for (Future<Double> part : parts) sum += part.get();
            }
            System.out.printf("JTS  %.3f s  planar sum %.12f%n", (System.nanoTime() - start) / 1e9, sum);
        }
    }

    private static double part(List<Geometry> left, STRtree tree) {
        double sum = 0;
        for (Geometry g : left) {
            var prepared = PreparedGeometryFactory.prepare(g);
            for (Object found : tree.query(g.getEnvelopeInternal())) {
                Geometry other = (Geometry) found;
                if (!prepared.intersects(other)) continue;
                if (prepared.within(other)) sum += g.getArea();
                else
                    sum += OverlayNGRobust.overlay(g, other, OverlayNG.INTERSECTION)
                            .getArea();
            }
        }
        return sum;
    }
}
