package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The record of one plot in one version, and how two of them differ. */
final class PlotRecord {
    static final String UNIT = "DYBH";
    static final String NUMBER = "DKBH";
    static final String SHAPE = "SHAPE";
    private static final int SHAPE_DIGITS = 16;

    /** What a change of the plan is told by. */
    private static final List<String> COMPARED = List.of(
            "YDYHFLDM",
            "JRDM",
            "JRBL",
            "RJLYSF",
            "RJL",
            "RJLXX",
            "JZMDYSF",
            "JZMD",
            "LDLYSF",
            "LDL",
            "JZXGYSF",
            "JZXG",
            "YDMJ",
            "GHZT");

    private PlotRecord() {}

    static String text(Snapshot snapshot, int feature, String field) {
        Object value = snapshot.value(feature, field);
        if (value instanceof BigDecimal decimal)
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        return value == null ? "" : value.toString();
    }

    static @Nullable BigDecimal decimal(Snapshot snapshot, int feature, String field) {
        return snapshot.value(feature, field) instanceof BigDecimal decimal ? decimal : null;
    }

    /** The compared values, the shape by its fingerprint. */
    static Map<String, String> values(Snapshot snapshot, int feature) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : COMPARED) values.put(field, text(snapshot, feature, field));
        values.put(SHAPE, fingerprint(snapshot.geometry(feature)).substring(0, SHAPE_DIGITS));
        return values;
    }

    /** SHA-256 of the corners as they stand. */
    static String fingerprint(Geometry shape) {
        StringBuilder text = new StringBuilder();
        for (Coordinate at : shape.getCoordinates())
            text.append(at.x).append(' ').append(at.y).append('\n');
        return CanonicalJson.sha256(text.toString());
    }

    static List<PlotCard.Change> differences(Map<String, String> was, Map<String, String> is) {
        List<PlotCard.Change> changes = new ArrayList<>();
        is.forEach((field, now) -> {
            String then = was.getOrDefault(field, "");
            if (!then.equals(now)) changes.add(new PlotCard.Change(field, then, now));
        });
        return changes;
    }

    /** The plot of a version that has the unit and number; of several the first, near a place before others. */
    static OptionalInt find(Snapshot snapshot, String unit, String number, @Nullable Geometry near) {
        if (near != null && !near.isEmpty()) {
            Point at = near.getInteriorPoint();
            OptionalInt there = IntStream.of(snapshot.find(at.getX(), at.getY(), at.getX(), at.getY()))
                    .filter(feature -> is(snapshot, feature, unit, number))
                    .findFirst();
            if (there.isPresent()) return there;
        }
        return IntStream.range(0, snapshot.size())
                .filter(feature -> is(snapshot, feature, unit, number))
                .findFirst();
    }

    private static boolean is(Snapshot snapshot, int feature, String unit, String number) {
        return Objects.equals(snapshot.value(feature, NUMBER), number)
                && (unit.isEmpty() || Objects.equals(snapshot.value(feature, UNIT), unit));
    }
}
