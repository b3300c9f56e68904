package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Rivers: the real generalised centre lines of 柳江, 融江 and 都柳江 (Natural Earth), smoothed, with invented bends and
 * widths, and invented brooks that flow into them.
 */
final class Waters {
    private static final int BROOKS = 46;

    final List<Course> rivers = new ArrayList<>();
    /** Union of all, degrees. */
    final Geometry ground;
    /** Distance to the nearest centre line. */
    final DistanceGrid distance;
    /** Distance to the nearest large river's centre line. */
    final DistanceGrid mainDistance;

    Waters(Dice dice, Ground land) {
        Noise noise = new Noise(dice, 11);
        Map<String, double[][]> lines = Sources.riverLines();
        rivers.add(river(lines.get("Liu"), noise, 330, 300));
        rivers.add(river(lines.get("Rong"), noise, 290, 130));
        rivers.add(river(lines.get("Duliu"), noise, 150, 110));
        double[] box = land.box(20_000);
        mainDistance = new DistanceGrid(box, points());
        for (double[] source : sources(dice, land)) rivers.add(brook(source, noise, dice));
        ground = Course.union(rivers.stream().map(Course::ground).toList());
        distance = new DistanceGrid(box, points());
    }

    private static Course river(double[][] line, Noise noise, double widthFrom, double widthTo) {
        double[][] smooth = Course.resample(Course.smooth(line, 3), 160);
        double[][] bends = Course.resample(Course.meander(smooth, noise, 850, 5200), 130);
        double[] half = new double[bends.length];
        for (int i = 0; i < half.length; i++) {
            double width = widthFrom + (widthTo - widthFrom) * i / half.length;
            half[i] = width / 2 * (1 + 0.25 * noise.layered(bends[i][0] + 5e5, bends[i][1], 1800, 2));
        }
        return new Course(bends, half);
    }

    /** From a source to the nearest water there already is. */
    private Course brook(double[] source, Noise noise, Dice dice) {
        double[] mouth = nearestPoint(source);
        double length = Frame.distance(mouth[0] - source[0], mouth[1] - source[1]);
        double[][] straight = Course.resample(new double[][] {source, mouth}, length / 24);
        double[][] wide = Course.meander(straight, noise, length * 0.16, Math.max(4000, length * 0.4));
        double[][] bends =
                Course.resample(Course.meander(Course.resample(Course.smooth(wide, 3), 200), noise, 260, 1300), 190);
        double most = 26 + 44 * dice.unit(12, rivers.size());
        double[] half = new double[bends.length];
        for (int i = 0; i < half.length; i++) half[i] = (9 + (most - 9) * i / half.length) / 2;
        return new Course(bends, half);
    }

    private double[] nearestPoint(double[] from) {
        double[] best = rivers.getFirst().points()[0];
        for (Course river : rivers)
            for (double[] p : river.points())
                if (Frame.distance(p[0] - from[0], p[1] - from[1])
                        < Frame.distance(best[0] - from[0], best[1] - from[1])) best = p;
        return best;
    }

    /** Places far from the large rivers and from each other, nearest first. */
    private List<double[]> sources(Dice dice, Ground land) {
        double[] box = land.box(0);
        List<double[]> chosen = new ArrayList<>();
        for (int k = 0; chosen.size() < BROOKS && k < 4000; k++) {
            double x = box[0] + (box[2] - box[0]) * dice.unit(13, k, 0);
            double y = box[1] + (box[3] - box[1]) * dice.unit(13, k, 1);
            double far = 7_000 + 6_000 * dice.unit(13, k, 2);
            boolean lonely = chosen.stream().allMatch(c -> Frame.distance(c[0] - x, c[1] - y) > 9_000);
            if (lonely && land.inCity(x, y) && mainDistance.distance(x, y) > far) chosen.add(new double[] {x, y});
        }
        chosen.sort(Comparator.comparingDouble(c -> mainDistance.distance(c[0], c[1])));
        return chosen;
    }

    private double[][] points() {
        return rivers.stream().flatMap(r -> java.util.Arrays.stream(r.points())).toArray(double[][]::new);
    }
}
