package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Comparison;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON: areas and differences as decimal strings in m² with two places, differences with their sign. */
final class ComparisonJson {
    private ComparisonJson() {}

    static Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("causes", comparison.causes());
        tree.put(
                "layers",
                comparison.layers().stream().map(ComparisonJson::layer).toList());
        tree.put(
                "findings",
                comparison.rulings().stream().map(ComparisonJson::ruling).toList());
        tree.put(
                "sheets",
                comparison.sheets().stream().map(ComparisonJson::sheet).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> layer(Comparison.Layer layer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Comparison.Said a = layer.a();
        Comparison.Said b = layer.b();
        tree.put("layer", layer.layer());
        tree.put("name", layer.name());
        tree.put("changed", layer.changed());
        tree.put("otherVersion", layer.otherVersion());
        tree.put("a", said(a));
        tree.put("b", said(b));
        tree.put(
                "difference",
                a == null || b == null ? null : b.area().minus(a.area()).toString());
        return tree;
    }

    private static @Nullable Map<String, String> said(Comparison.@Nullable Said said) {
        if (said == null) return null;
        return Map.of(
                "answer", said.answer().name(),
                "reason", said.reason(),
                "area", said.area().toString(),
                "snapshot", said.snapshot(),
                "inForceFrom", said.inForceFrom());
    }

    private static Map<String, @Nullable Object> ruling(Comparison.Ruling ruling) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Comparison.Judged a = ruling.a();
        Comparison.Judged b = ruling.b();
        tree.put("rule", ruling.rule());
        tree.put("title", ruling.title());
        tree.put("changed", ruling.changed());
        tree.put("because", ruling.because());
        tree.put("layers", ruling.layers());
        tree.put("a", judged(a));
        tree.put("b", judged(b));
        tree.put(
                "difference",
                a == null || b == null ? null : b.area().minus(a.area()).toString());
        return tree;
    }

    private static @Nullable Map<String, Object> judged(Comparison.@Nullable Judged judged) {
        if (judged == null) return null;
        return Map.of(
                "verdict", judged.verdict().name(),
                "area", judged.area().toString(),
                "version", judged.version());
    }

    private static Map<String, Object> sheet(Comparison.Sheet sheet) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("layer", sheet.layer());
        tree.put("name", sheet.name());
        tree.put("scheme", sheet.scheme());
        List<Map<String, String>> lines = sheet.lines().stream()
                .map(line -> Map.of(
                        "kind", line.kind(),
                        "code", line.code(),
                        "a", line.a().toString(),
                        "b", line.b().toString(),
                        "difference", line.difference().toString()))
                .toList();
        tree.put("lines", lines);
        tree.put("a", sheet.a().toString());
        tree.put("b", sheet.b().toString());
        tree.put("difference", sheet.b().minus(sheet.a()).toString());
        return tree;
    }
}
