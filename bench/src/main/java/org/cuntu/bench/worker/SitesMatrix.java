package org.cuntu.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;

/** Every shape of the second layer as a site of its own: right, and the slowest way there is. */
final class SitesMatrix implements MatrixKernel {
    @Override
    public String method() {
        return "shape by shape";
    }

    @Override
    public Map<String, Double> areas(Snapshot a, Snapshot b, int threads) throws InterruptedException {
        Map<String, Double> all = new TreeMap<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Map<String, Double>>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int from = (int) ((long) b.size() * t / threads);
                int to = (int) ((long) b.size() * (t + 1) / threads);
                parts.add(pool.submit(() -> areas(a, b, from, to)));
            }
            for (Future<Map<String, Double>> part : parts)
                part.get().forEach((key, area) -> all.merge(key, area, Double::sum));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private static Map<String, Double> areas(Snapshot a, Snapshot b, int from, int to) {
        Map<String, Double> sums = new TreeMap<>();
        String classA = OursWorker.CLASS;
        for (int feature = from; feature < to; feature++) {
            Object of = b.value(feature, classA);
            for (Piece piece :
                    Kernels.SITE_AREAS.cut(Site.of(b.geometry(feature)), a).pieces())
                sums.merge(a.value(piece.feature(), classA) + " " + of, piece.integral(), Double::sum);
        }
        return sums;
    }
}
