package org.cuntu.demo;

/** The points within a distance of a place: a balanced tree over fixed points, without pointers. Thread safe once built. */
final class KdTree {
    private final double[] xs;
    private final double[] ys;
    private final int[] order;

    KdTree(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        this.order = new int[xs.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        build(0, order.length - 1, true);
    }

    /** Receives the numbers of points. */
    interface Found {
        void point(int number);
    }

    void within(double x, double y, double reach, Found found) {
        search(0, order.length - 1, true, x, y, reach, found);
    }

    private void search(int from, int to, boolean byX, double x, double y, double reach, Found found) {
        if (from > to) return;
        int middle = (from + to) >>> 1;
        int p = order[middle];
        double dx = xs[p] - x;
        double dy = ys[p] - y;
        if (dx * dx + dy * dy <= reach * reach) found.point(p);
        double ahead = byX ? dx : dy;
        if (ahead >= -reach) search(from, middle - 1, !byX, x, y, reach, found);
        if (ahead <= reach) search(middle + 1, to, !byX, x, y, reach, found);
    }

    private void build(int from, int to, boolean byX) {
        if (from >= to) return;
        int middle = (from + to) >>> 1;
        select(from, to, middle, byX ? xs : ys);
        build(from, middle - 1, !byX);
        build(middle + 1, to, !byX);
    }

    /** Hoare's selection. */
    private void select(int from, int to, int k, double[] by) {
        while (from < to) {
            double pivot = by[order[(from + to) >>> 1]];
            int i = from;
            int j = to;
            while (i <= j) {
                while (by[order[i]] < pivot) i++;
                while (by[order[j]] > pivot) j--;
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (k <= j) to = j;
            else if (k >= i) from = i;
            else return;
        }
    }
}
