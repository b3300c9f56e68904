package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.conformity.Comparison;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ground of one layer by its classes, on both sides. Every part of a side has a line: what no feature covers, what the
 * layer does not reach, what it says nothing of; so the lines of a side add up to its site.
 */
final class ComparedClasses {
    private static final String NOT_ANSWERED = "not-answered";

    private final @Nullable LayerSchema schema;
    private final String classField;

    ComparedClasses(@Nullable LayerSchema schema) {
        this.schema = schema;
        String field = schema == null ? null : schema.classField();
        this.classField = field == null ? "" : field;
    }

    /**
     * A layer's part of one review.
     *
     * @param layer null when the review did not know it
     */
    record Ground(@Nullable JsonNode layer, Area site) {
        private boolean isSilent() {
            return layer == null || layer.path("leaves").isEmpty();
        }
    }

    /** Null for an overlapping layer, whose areas have no total, and where neither side has anything to tell apart. */
    Comparison.@Nullable Sheet sheet(String code, String name, Ground a, Ground b) {
        if (schema == null || schema.kind() == LayerKind.OVERLAPPING || a.isSilent() && b.isSilent()) return null;
        Map<String, Area> one = sums(a);
        Map<String, Area> other = sums(b);
        Map<String, String> keys = new TreeMap<>();
        for (String key : one.keySet()) keys.put(key, key);
        for (String key : other.keySet()) keys.put(key, key);
        List<Comparison.Line> lines = new ArrayList<>();
        for (String key : keys.keySet()) {
            int cut = key.indexOf(' ');
            lines.add(new Comparison.Line(
                    key.substring(1, cut),
                    key.substring(cut + 1),
                    one.getOrDefault(key, Area.ZERO),
                    other.getOrDefault(key, Area.ZERO)));
        }
        String scheme = schema.classScheme();
        return new Comparison.Sheet(code, name, scheme == null ? "" : scheme, lines, total(one), total(other));
    }

    /** By an order digit, kind and class. */
    private Map<String, Area> sums(Ground ground) {
        Map<String, Area> sums = new TreeMap<>();
        if (ground.isSilent()) {
            sums.put("3" + NOT_ANSWERED + " ", ground.site());
            return sums;
        }
        for (JsonNode leaf : java.util.Objects.requireNonNull(ground.layer()).path("leaves")) {
            String kind = leaf.path("kind").asString("");
            Area area = Area.parse(leaf.path("area").asString("0"));
            switch (kind) {
                case "piece" -> {
                    Area ridge = Area.parse(leaf.path("ridge").asString("0"));
                    String code = leaf.path("fields").path(classField).asString("");
                    sums.merge("0piece " + code, area.minus(ridge), Area::plus);
                    if (ridge.isPositive()) sums.merge("0piece 1203", ridge, Area::plus);
                }
                case "rest" -> sums.merge("1rest ", area, Area::plus);
                default -> sums.merge("2" + kind + " ", area, Area::plus);
            }
        }
        return sums;
    }

    private static Area total(Map<String, Area> sums) {
        return sums.values().stream().reduce(Area.ZERO, Area::plus);
    }
}
