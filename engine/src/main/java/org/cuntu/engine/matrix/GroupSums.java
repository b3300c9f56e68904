package org.cuntu.engine.matrix;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.CompensatedSum;

/** What is summed of one side, by group. */
final class GroupSums {
    private final CompensatedSum[] areas;
    private final CompensatedSum[] insides;
    private final CompensatedSum[] pieces;
    private final long[] features;

    GroupSums(int groups) {
        areas = sums(groups);
        insides = sums(groups);
        pieces = sums(groups);
        features = new long[groups];
    }

    private static CompensatedSum[] sums(int count) {
        CompensatedSum[] sums = new CompensatedSum[count];
        for (int i = 0; i < count; i++) sums[i] = new CompensatedSum();
        return sums;
    }

    void addFeature(int group, double area, double inside) {
        features[group]++;
        areas[group].add(area);
        insides[group].add(inside);
    }

    void addPiece(int group, double area) {
        pieces[group].add(area);
    }

    List<Matrix.Group> list(Groups groups) {
        List<Matrix.Group> list = new ArrayList<>();
        for (int group = 0; group < features.length; group++) {
            CompensatedSum rest = new CompensatedSum();
            rest.add(insides[group].high());
            rest.add(-pieces[group].high());
            rest.add(insides[group].low());
            rest.add(-pieces[group].low());
            list.add(new Matrix.Group(
                    groups.key(group),
                    features[group],
                    areas[group].value(),
                    insides[group].value(),
                    rest.value(),
                    groups.book(group)));
        }
        return list;
    }
}
