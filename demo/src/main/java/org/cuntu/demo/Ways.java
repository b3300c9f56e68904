package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Invented roads between the township seats, three railways through the core, and the streets of the larger towns. */
final class Ways {
    private static final double[][][] RAILWAYS = {
        {
            {110.12, 24.95},
            {109.86, 24.62},
            {109.56, 24.40},
            {109.39, 24.305},
            {109.33, 24.22},
            {109.42, 23.95},
            {109.44, 23.80}
        },
        {{109.55, 26.10}, {109.62, 25.75}, {109.42, 25.24}, {109.28, 24.78}, {109.37, 24.42}, {109.385, 24.31}},
        {{108.75, 24.32}, {109.10, 24.36}, {109.33, 24.325}, {109.385, 24.31}},
    };
    private static final double STREET_SPACING = 760;

    final Geometry roads;
    final Geometry railways;
    final Geometry streets;
    /** Distance to the nearest road's centre line. */
    final DistanceGrid distance;

    Ways(Dice dice, Settlement settlement, Towns towns, Waters waters, Ground land) {
        Noise noise = new Noise(dice, 51);
        List<Course> courses = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        int[] parent = tree(settlement.seats);
        for (int i = 1; i < parent.length; i++) {
            Course course = road(settlement.seats[i], settlement.seats[parent[i]], noise, 13 + 12 * dice.unit(52, i));
            courses.add(course);
            points.addAll(Arrays.asList(course.points()));
        }
        roads = Course.union(courses.stream().map(Course::ground).toList());
        distance = new DistanceGrid(land.box(20_000), points.toArray(double[][]::new));
        List<Geometry> lines = new ArrayList<>();
        for (double[][] railway : RAILWAYS) lines.add(railway(railway, noise).ground());
        railways = Course.union(lines);
        streets = Course.union(streets(noise, towns, waters, land));
    }

    private static Course road(double[] from, double[] to, Noise noise, double width) {
        double length = Frame.distance(to[0] - from[0], to[1] - from[1]);
        double[][] line = Course.resample(new double[][] {from, to}, Math.max(150, length / 40));
        double[][] bends = Course.meander(line, noise, length * 0.13, Math.max(2500, length / 3));
        return Course.of(Course.resample(Course.smooth(bends, 2), 170), width);
    }

    private static Course railway(double[][] stations, Noise noise) {
        double[][] line = new double[stations.length][];
        for (int i = 0; i < line.length; i++) line[i] = new double[] {Frame.x(stations[i][0]), Frame.y(stations[i][1])};
        double[][] smooth = Course.resample(Course.smooth(line, 4), 400);
        return Course.of(Course.resample(Course.meander(smooth, noise, 500, 9000), 260), 30);
    }

    /** The shortest tree that joins all seats (Prim): each one's parent. */
    private static int[] tree(double[][] seats) {
        int n = seats.length;
        int[] parent = new int[n];
        double[] reach = new double[n];
        boolean[] joined = new boolean[n];
        Arrays.fill(reach, Double.MAX_VALUE);
        int next = 0;
        for (int k = 0; k < n; k++) {
            joined[next] = true;
            int nearest = -1;
            for (int i = 0; i < n; i++) {
                if (joined[i]) continue;
                double d = Frame.distance(seats[i][0] - seats[next][0], seats[i][1] - seats[next][1]);
                if (d < reach[i]) {
                    reach[i] = d;
                    parent[i] = next;
                }
                if (nearest < 0 || reach[i] < reach[nearest]) nearest = i;
            }
            next = nearest;
        }
        return parent;
    }

    /** Two families of warped parallel lines where it is urban; every fourth crosses the water. */
    private static List<Geometry> streets(Noise noise, Towns towns, Waters waters, Ground land) {
        List<Geometry> ground = new ArrayList<>();
        for (Towns.Town t : towns.towns) {
            if (t.reach() < 1100) continue;
            int n = (int) (1.3 * t.reach() / STREET_SPACING) + 1;
            for (int k = -n; k <= n; k++) {
                for (boolean along : new boolean[] {false, true}) {
                    int rank = (int) (Math.rint(((along ? t.y() : t.x()) + k * STREET_SPACING) / STREET_SPACING));
                    street(ground, rank, along, t, noise, towns, waters, land);
                }
            }
        }
        return ground;
    }

    private static void street(
            List<Geometry> ground,
            int rank,
            boolean along,
            Towns.Town t,
            Noise noise,
            Towns towns,
            Waters waters,
            Ground land) {
        double width = rank % 4 == 0 ? 40 : 22;
        List<double[]> run = new ArrayList<>();
        double from = (along ? t.x() : t.y()) - 1.4 * t.reach();
        for (double s = from; s <= from + 2.8 * t.reach(); s += 110) {
            double u = along ? s : rank * STREET_SPACING;
            double v = along ? rank * STREET_SPACING : s;
            double x = u + 420 * noise.at(u, v, 3_300) + 0.25 * v;
            double y = v + 420 * noise.at(u + 9e5, v, 3_300) - 0.25 * u;
            boolean dry = rank % 4 == 0 || waters.distance.distance(x, y) > 230;
            if (towns.townAt(x, y) == t && towns.urban(x, y) > 0.2 && dry && land.inCity(x, y)) {
                run.add(new double[] {x, y});
            } else {
                close(ground, run, width);
            }
        }
        close(ground, run, width);
    }

    private static void close(List<Geometry> ground, List<double[]> run, double width) {
        if (run.size() >= 3)
            ground.add(Course.of(run.toArray(double[][]::new), width).ground());
        run.clear();
    }
}
