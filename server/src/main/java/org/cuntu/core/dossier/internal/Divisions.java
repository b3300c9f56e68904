package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** County, township and village of a point by the layers XZQ and CJDCQ (TD/T 1057). */
final class Divisions {
    static final String TOWNSHIPS = "XZQ";
    static final String VILLAGES = "CJDCQ";

    private Divisions() {}

    /** From the county to the village; what is not known is left out. */
    static List<String> of(OpenBaseline open, double[] at) {
        Set<String> names = new LinkedHashSet<>();
        open.find(TOWNSHIPS).ifPresent(s -> add(s, at, List.of("XJMC", "XZQMC"), names));
        open.find(VILLAGES).ifPresent(s -> add(s, at, List.of("ZLDWMC"), names));
        return List.copyOf(names);
    }

    private static void add(Snapshot snapshot, double[] at, List<String> fields, Set<String> names) {
        List<Integer> under = new ArrayList<>(Points.under(snapshot, at[0], at[1]));
        if (under.isEmpty()) return;
        for (String field : fields) {
            @Nullable Object name = snapshot.value(under.getFirst(), field);
            if (name != null && !name.toString().isBlank()) names.add(name.toString());
        }
    }
}
