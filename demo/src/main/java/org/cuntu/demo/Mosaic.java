package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts the faces of one village together to patches: pieces of a road or river that hang together become one, some
 * neighbours of the same class too, and crumbs below the mapping minimum join the neighbour with the longest border.
 */
final class Mosaic {
    /** Square metres; national practice maps nothing smaller. */
    private static final double MINIMUM = 420;

    private final List<Face> faces;
    private final int[] parent;
    private final double[] size;
    private final List<Border> borders = new ArrayList<>();

    private record Edge(double x1, double y1, double x2, double y2) {}

    private record Border(int a, int b, double length) {}

    Mosaic(List<Face> faces) {
        this.faces = faces;
        this.parent = new int[faces.size()];
        this.size = new double[faces.size()];
        Map<Edge, Integer> seen = new HashMap<>();
        for (int f = 0; f < parent.length; f++) {
            parent[f] = f;
            Polygon p = faces.get(f).polygon();
            size[f] = p.getArea() * Frame.KX * Frame.KY;
            edges(f, p.getExteriorRing(), seen);
            for (int i = 0; i < p.getNumInteriorRing(); i++) edges(f, p.getInteriorRingN(i), seen);
        }
    }

    List<Patch> patches() {
        for (Border b : borders) if (belongTogether(b)) join(b.a(), b.b());
        for (int round = 0; round < 3; round++) absorbCrumbs();
        Map<Integer, List<Geometry>> groups = new LinkedHashMap<>();
        for (int f = 0; f < parent.length; f++)
            groups.computeIfAbsent(root(f), r -> new ArrayList<>())
                    .add(faces.get(f).polygon());
        List<Patch> patches = new ArrayList<>();
        groups.forEach((root, members) -> {
            Face face = faces.get(root);
            for (Polygon part : Unions.parts(Unions.merge(members)))
                patches.add(new Patch(part, face.village(), face.kind(), face.site()));
        });
        return patches;
    }

    private void edges(int f, LinearRing ring, Map<Edge, Integer> seen) {
        CoordinateSequence s = ring.getCoordinateSequence();
        for (int i = 0; i + 1 < s.size(); i++) {
            double x1 = s.getX(i);
            double y1 = s.getY(i);
            double x2 = s.getX(i + 1);
            double y2 = s.getY(i + 1);
            boolean ascending = x1 < x2 || (x1 == x2 && y1 < y2);
            Edge edge = ascending ? new Edge(x1, y1, x2, y2) : new Edge(x2, y2, x1, y1);
            Integer other = seen.put(edge, f);
            if (other != null && other != f)
                borders.add(new Border(other, f, Frame.distance((x2 - x1) * Frame.KX, (y2 - y1) * Frame.KY)));
        }
    }

    private boolean belongTogether(Border border) {
        Face a = faces.get(border.a());
        Face b = faces.get(border.b());
        Site s = a.site();
        Site t = b.site();
        if (a.kind() != b.kind()
                || Patch.zone(a.kind(), s) != Patch.zone(b.kind(), t)
                || s.hazard() != t.hazard()
                || s.flood() != t.flood()
                || s.reserve() != t.reserve()) return false;
        if (a.kind() != CutLines.Kind.LAND) return true;
        boolean chosen = ((border.a() * 31 + border.b()) & 7) == 0;
        return chosen && s.slope() == t.slope() && s.dlbm().equals(t.dlbm()) && s.urban() <= 0 && t.urban() <= 0;
    }

    private void absorbCrumbs() {
        double[] area = new double[parent.length];
        for (int f = 0; f < parent.length; f++) area[root(f)] += size[f];
        Map<Integer, Map<Integer, Double>> around = new HashMap<>();
        for (Border b : borders) {
            int a = root(b.a());
            int c = root(b.b());
            if (a == c) continue;
            if (area[a] < MINIMUM)
                around.computeIfAbsent(a, k -> new LinkedHashMap<>()).merge(c, b.length(), Double::sum);
            if (area[c] < MINIMUM)
                around.computeIfAbsent(c, k -> new LinkedHashMap<>()).merge(a, b.length(), Double::sum);
        }
        for (int f = 0; f < parent.length; f++) {
            Map<Integer, Double> neighbours = around.get(f);
            if (neighbours == null || root(f) != f || area[f] >= MINIMUM) continue;
            int best = -1;
            double most = 0;
            for (Map.Entry<Integer, Double> n : neighbours.entrySet()) {
                if (n.getValue() <= most) continue;
                most = n.getValue();
                best = n.getKey();
            }
            int host = root(best);
            if (host == f) continue;
            area[host] += area[f];
            parent[f] = host;
        }
    }

    private void join(int a, int b) {
        int r = root(a);
        int s = root(b);
        if (r == s) return;
        if (size[r] >= size[s]) parent[s] = r;
        else parent[r] = s;
    }

    private int root(int f) {
        while (parent[f] != f) f = parent[f];
        return f;
    }
}
