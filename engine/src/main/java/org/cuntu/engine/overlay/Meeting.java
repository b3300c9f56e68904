package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.Metric;
import org.cuntu.engine.layer.Ring;
import org.cuntu.engine.layer.RingSet;
import org.cuntu.engine.measure.FieldIntegral;

/**
 * The area and perimeter of the intersection of two ring sets, without topology: by Green's theorem the intersection's
 * boundary is the arcs of each boundary inside the other, so each crossing contributes the difference of the two running
 * sums there, signed by which way it crosses, and each ring whose first vertex lies in the other set contributes its whole.
 *
 * <p>The site is shifted by the symbolic vector (ε, ε²) in every decision, so no two boundaries ever touch or coincide.
 * Not thread safe; made for one pair.
 */
final class Meeting {
    private final FieldIntegral field;
    private final RingSet layer;
    private final RingSet site;
    private double area;
    private double perimeter;
    private int crossings;
    private boolean touched;
    private boolean contained;

    private Meeting(RingSet layer, RingSet site, FieldIntegral field) {
        this.layer = layer;
        this.site = site;
        this.field = field;
    }

    /** The intersection of a layer's rings with the site's; both with running sums from the same reference. */
    static Meeting of(RingSet layer, RingSet site, FieldIntegral field) {
        Meeting meeting = new Meeting(layer, site, field);
        if (layer.meets(site.west(), site.south(), site.east(), site.north())) meeting.sum();
        return meeting;
    }

    double area() {
        return area;
    }

    double perimeter() {
        return perimeter;
    }

    /** Whether the two have at least a point in common, unshifted. */
    boolean any() {
        return crossings > 0 || contained || touched;
    }

    private void sum() {
        for (Ring ring : layer.rings()) {
            for (Ring edge : site.rings()) cross(ring, edge);
        }
        for (Ring ring : layer.rings()) {
            int winding = windingInShiftedSite(ring.x(0), ring.y(0));
            contained = contained || winding != 0;
            area += winding * ring.area();
            perimeter += winding * ring.perimeter();
        }
        for (Ring ring : site.rings()) {
            int winding = windingOfShiftedPoint(ring.x(0), ring.y(0));
            contained = contained || winding != 0;
            area += winding * ring.area();
            perimeter += winding * ring.perimeter();
        }
    }

    private void cross(Ring p, Ring s) {
        for (int a = 0; a < p.chunks(); a++) {
            double w = p.west(a);
            double so = p.south(a);
            double e = p.east(a);
            double n = p.north(a);
            if (w > site.east() || e < site.west() || so > site.north() || n < site.south()) continue;
            for (int b = 0; b < s.chunks(); b++) {
                if (s.west(b) > e || s.east(b) < w || s.south(b) > n || s.north(b) < so)
                    continue;
                crossChunks(p, a, s, b);
            }
        }
    }

    private void crossChunks(Ring p, int a, Ring s, int b) {
        int pEnd = StrictMath.min(p.edges(), (a + 1) * Ring.CHUNK);
        int sEnd = StrictMath.min(s.edges(), (b + 1) * Ring.CHUNK);
        for (int i = a * Ring.CHUNK; i < pEnd; i++) {
            double w = StrictMath.min(p.x(i), p.x(i + 1));
            double e = StrictMath.max(p.x(i), p.x(i + 1));
            double so = StrictMath.min(p.y(i), p.y(i + 1));
            double n = StrictMath.max(p.y(i), p.y(i + 1));
            if (w > s.east(b) || e < s.west(b) || so > s.north(b) || n < s.south(b)) continue;
            for (int j = b * Ring.CHUNK; j < sEnd; j++) {
                double sx1 = s.x(j);
                double sx2 = s.x(j + 1);
                if ((sx1 < w && sx2 < w) || (sx1 > e && sx2 > e)) continue;
                double sy1 = s.y(j);
                double sy2 = s.y(j + 1);
                if ((sy1 < so && sy2 < so) || (sy1 > n && sy2 > n)) continue;
                crossEdges(p, i, s, j);
            }
        }
    }

    private void crossEdges(Ring p, int i, Ring s, int j) {
        double px1 = p.x(i);
        double py1 = p.y(i);
        double px2 = p.x(i + 1);
        double py2 = p.y(i + 1);
        double sx1 = s.x(j);
        double sy1 = s.y(j);
        double sx2 = s.x(j + 1);
        double sy2 = s.y(j + 1);
        int s1 = Orientation.ofShiftedPoint(px1, py1, px2, py2, sx1, sy1);
        int s2 = Orientation.ofShiftedPoint(px1, py1, px2, py2, sx2, sy2);
        int p1 = Orientation.ofShiftedLine(sx1, sy1, sx2, sy2, px1, py1);
        int p2 = Orientation.ofShiftedLine(sx1, sy1, sx2, sy2, px2, py2);
        if (s1 == s2 || p1 == p2) {
            touched = touched || touch(px1, py1, px2, py2, sx1, sy1, sx2, sy2);
            return;
        }
        double dx = px2 - px1;
        double dy = py2 - py1;
        double denominator = dx * (sy2 - sy1) - dy * (sx2 - sx1);
        double t = denominator == 0 ? 0.5 : ((sx1 - px1) * (sy2 - sy1) - (sy1 - py1) * (sx2 - sx1)) / denominator;
        t = StrictMath.max(0, StrictMath.min(1, t));
        double x = clamp(px1 + t * dx, px1, px2, sx1, sx2);
        double y = clamp(py1 + t * dy, py1, py2, sy1, sy2);
        // left of the site's edge is inside: the layer's boundary leaves the site when it goes from left to right
        int sign = p1 > 0 ? 1 : -1;
        crossings++;
        area += sign
                * ((p.integral(i) + field.edge(px1, py1, x, y)) - (s.integral(j) + field.edge(sx1, sy1, x, y)));
        perimeter += sign
                * ((p.length(i) + Metric.metres(px1, py1, x, y)) - (s.length(j) + Metric.metres(sx1, sy1, x, y)));
    }

    /** Whether two edges that do not cross when shifted have a point in common unshifted. */
    private static boolean touch(
            double px1, double py1, double px2, double py2, double sx1, double sy1, double sx2, double sy2) {
        int s1 = Orientation.of(px1, py1, px2, py2, sx1, sy1);
        int s2 = Orientation.of(px1, py1, px2, py2, sx2, sy2);
        if (s1 * s2 > 0) return false;
        int p1 = Orientation.of(sx1, sy1, sx2, sy2, px1, py1);
        int p2 = Orientation.of(sx1, sy1, sx2, sy2, px2, py2);
        // collinear edges: their boxes meet, as the caller has checked
        return p1 * p2 <= 0;
    }

    /** Into the common range of both edges, so that nearly parallel edges cannot throw the point far away. */
    private static double clamp(double v, double p1, double p2, double s1, double s2) {
        double low = StrictMath.max(StrictMath.min(p1, p2), StrictMath.min(s1, s2));
        double high = StrictMath.min(StrictMath.max(p1, p2), StrictMath.max(s1, s2));
        if (low > high) return 0.5 * (low + high);
        return StrictMath.max(low, StrictMath.min(high, v));
    }

    /** The winding number of a layer point in the shifted site: 1 inside, 0 outside. */
    private int windingInShiftedSite(double x, double y) {
        if (x < site.west() || x > site.east() || y < site.south() || y > site.north()) return 0;
        int winding = 0;
        for (Ring ring : site.rings()) {
            for (int j = 0; j < ring.edges(); j++) {
                double y1 = ring.y(j);
                double y2 = ring.y(j + 1);
                boolean above1 = y1 >= y; // y1 + ε² > y
                boolean above2 = y2 >= y;
                if (above1 == above2) continue;
                int side = Orientation.ofShiftedLine(ring.x(j), y1, ring.x(j + 1), y2, x, y);
                if (above2 && side > 0) winding++;
                else if (above1 && side < 0) winding--;
            }
        }
        return winding;
    }

    /** The winding number of a shifted site point in the layer's rings. */
    private int windingOfShiftedPoint(double x, double y) {
        if (x < layer.west() || x > layer.east() || y < layer.south() || y > layer.north()) return 0;
        int winding = 0;
        for (Ring ring : layer.rings()) {
            for (int c = 0; c < ring.chunks(); c++) {
                if (ring.south(c) > y || ring.north(c) < y || ring.east(c) < x) continue;
                winding += windingOfChunk(ring, c, x, y);
            }
        }
        return winding;
    }

    private static int windingOfChunk(Ring ring, int chunk, double x, double y) {
        int winding = 0;
        int end = StrictMath.min(ring.edges(), (chunk + 1) * Ring.CHUNK);
        for (int i = chunk * Ring.CHUNK; i < end; i++) {
            double y1 = ring.y(i);
            double y2 = ring.y(i + 1);
            boolean above1 = y1 > y; // y1 > y + ε²
            boolean above2 = y2 > y;
            if (above1 == above2) continue;
            int side = Orientation.ofShiftedPoint(ring.x(i), y1, ring.x(i + 1), y2, x, y);
            if (above2 && side > 0) winding++;
            else if (above1 && side < 0) winding--;
        }
        return winding;
    }
}
