package org.cuntu.outward.supervision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.identity.Reach;

/** A reach as a condition on a column of significant digits. What it binds is digits alone. */
record ReachSql(String condition, Map<String, Object> values) {
    /** Cases are internal (contracts 12). */
    static final int LEVEL = 2;

    static ReachSql of(Reach reach, String column) {
        List<String> any = new ArrayList<>();
        Map<String, Object> values = new TreeMap<>();
        for (Reach.Part part : reach.parts()) {
            if (part.level() < LEVEL) continue;
            if (part.division().isEmpty()) return new ReachSql("1 = 1", Map.of());
            String name = "reach" + values.size();
            any.add(column + " like :" + name);
            values.put(name, part.division() + "%");
        }
        return any.isEmpty()
                ? new ReachSql("1 = 0", Map.of())
                : new ReachSql("(" + String.join(" or ", any) + ")", Map.copyOf(values));
    }
}
