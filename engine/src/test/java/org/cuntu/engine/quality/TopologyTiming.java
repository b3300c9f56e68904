package org.cuntu.engine.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.JaggedCells;
import org.cuntu.engine.matrix.Watch;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Seconds for one sweep over n × n patches of a survey in which some are wrong; not a test. Arguments: cells a side, threads, rounds, one
 * fault in so many patches (0: none).
 */
final class TopologyTiming {
    private static final List<TopologyCheck> CHECKS = List.of(
            new TopologyCheck.Overlap(0.01),
            new TopologyCheck.Gap(0.01, Double.POSITIVE_INFINITY),
            new TopologyCheck.Invalid(),
            new TopologyCheck.SinglePart(),
            new TopologyCheck.Vertices(100_000),
            new TopologyCheck.PointTwice(),
            new TopologyCheck.PointsNear(0.05),
            new TopologyCheck.Spike(1, 1),
            new TopologyCheck.Sliver(0.2, 0.02));

    private TopologyTiming() {}

    public static void main(String[] args) throws Exception {
        int side = Integer.parseInt(args[0]);
        int one = Integer.parseInt(args[3]);
        Path folder = Files.createTempDirectory("topology-timing");
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            String hash = SnapshotWriter.write(
                    folder,
                    Ground.PATCHES,
                    Ground.box(0, 0, 300, 300),
                    Ground.INVENTED,
                    Intake.AS_DELIVERED,
                    broken(new JaggedCells(side, 300, 17, 1), one));
            Snapshot layer = store.open(hash).snapshot();
            Effort effort = new Effort(Integer.parseInt(args[1]), Watch.NONE);
            for (int round = 0; round < Integer.parseInt(args[2]); round++) {
                Map<String, Integer> counts = new TreeMap<>();
                long start = System.nanoTime();
                TopologySweep.run(
                        layer,
                        CHECKS,
                        effort,
                        f -> counts.merge(f.check().getClass().getSimpleName(), 1, Integer::sum));
                System.out.printf(
                        "%d patches %.2f s %s heap %d MB%n",
                        layer.size(),
                        (System.nanoTime() - start) / 1e9,
                        counts,
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    /** A corner moved in one of so many patches, or the patch left out. */
    private static Iterable<Feature> broken(JaggedCells cells, int one) {
        return () -> {
            Random chance = new Random(7);
            Iterator<Feature> all = cells.patches().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Feature next() {
                    Feature feature = all.next();
                    if (one == 0 || chance.nextInt(one) != 0) return feature;
                    if (chance.nextBoolean() && all.hasNext()) return all.next();
                    Geometry shape = feature.geometry();
                    Coordinate corner = shape.getCoordinates()[5];
                    corner.x += 2e-6 * chance.nextGaussian();
                    corner.y += 2e-6 * chance.nextGaussian();
                    corner.x = Math.round(corner.x * 1e9) / 1e9;
                    corner.y = Math.round(corner.y * 1e9) / 1e9;
                    return feature;
                }
            };
        };
    }
}
