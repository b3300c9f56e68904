package org.cuntu.outward.supervision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.database.DivisionSql;
import org.cuntu.platform.identity.Reach;

/** A reach as a condition on a column of significant digits. */
record ReachSql(String condition, Map<String, Object> values) {
    /** Cases are internal (contracts 12). */
    static final int LEVEL = 2;

    static ReachSql of(Reach reach, String column) {
        List<String> any = new ArrayList<>();
        for (Reach.Part part : reach.parts()) {
            if (part.level() < LEVEL) continue;
            if (part.division().isEmpty()) return new ReachSql("1 = 1", Map.of());
            any.add(DivisionSql.within(column, part.division()));
        }
        return new ReachSql(any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")", Map.of());
    }
}
