package org.cuntu.core.dossier.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.layer.Snapshot;

/** County, township and village of a point by the layers XZQ and CJDCQ (TD/T 1057). */
final class Divisions {
    static final String TOWNSHIPS = "XZQ";
    static final String VILLAGES = "CJDCQ";

    private Divisions() {}

    /** Of a point, from the county to the village; what is not known is left out. */
    static List<String> of(OpenBaseline open, double[] at) {
        return around(open, at, new double[] {at[0], at[1], at[0], at[1]});
    }

    /** Of a point of an area, those only that are larger than the area's bounds. */
    static List<String> around(OpenBaseline open, double[] at, double[] bounds) {
        Set<String> names = new LinkedHashSet<>();
        open.find(TOWNSHIPS).ifPresent(townships -> {
            List<Integer> under = Points.under(townships, at[0], at[1]);
            if (under.isEmpty()) return;
            add(townships, under.getFirst(), "XJMC", names);
            if (isWider(townships, under.getFirst(), bounds)) add(townships, under.getFirst(), "XZQMC", names);
        });
        open.find(VILLAGES).ifPresent(villages -> {
            List<Integer> under = Points.under(villages, at[0], at[1]);
            if (!under.isEmpty() && isWider(villages, under.getFirst(), bounds))
                add(villages, under.getFirst(), "ZLDWMC", names);
        });
        return List.copyOf(names);
    }

    private static boolean isWider(Snapshot divisions, int feature, double[] bounds) {
        double[] own = Points.bounds(divisions.geometry(feature));
        return own[0] <= bounds[0] && own[1] <= bounds[1] && own[2] >= bounds[2] && own[3] >= bounds[3];
    }

    private static void add(Snapshot snapshot, int feature, String field, Set<String> names) {
        String name = FeatureWords.text(FeatureWords.of(snapshot, feature), field);
        if (!name.isEmpty()) names.add(name);
    }
}
