package org.cuntu.bench.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as JSON: {@code [{"name","size","unit","ours":{min,median,max},"peer":{"name",min,median,max},"ratio","goal","aim",
 * "agrees","load"}]}; also {@code ratioMin}, {@code ratioMax}, {@code sense} (≥ or ≤) and {@code judged} (ratio or ours).
 * Without a peer, {@code peer} and {@code ratio} are null.
 */
public final class RowsJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RowsJson() {}

    public static String write(List<Row> rows) {
        return JSON.writeValueAsString(rows.stream().map(RowsJson::tree).toList()) + "\n";
    }

    public static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode node : JSON.readTree(file.toFile())) rows.add(row(node));
        return rows;
    }

    private static Map<String, @Nullable Object> tree(Row row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", row.name());
        tree.put("size", row.size());
        tree.put("unit", row.unit());
        tree.put("ours", spread(new LinkedHashMap<>(), row.ours()));
        tree.put("peer", row.peer() == null ? null : spread(named(row.peerName()), row.peer()));
        tree.put("ratio", row.ratio() == null ? null : row.ratio().median());
        tree.put("ratioMin", row.ratio() == null ? null : row.ratio().min());
        tree.put("ratioMax", row.ratio() == null ? null : row.ratio().max());
        tree.put("goal", row.goal().must());
        tree.put("aim", row.goal().aim());
        tree.put("sense", row.goal().sense() == Goal.Sense.AT_LEAST ? "≥" : "≤");
        tree.put("judged", row.goal().judged() == Goal.Judged.RATIO ? "ratio" : "ours");
        tree.put("agrees", row.agrees());
        tree.put("load", row.load());
        return tree;
    }

    private static Map<String, @Nullable Object> named(@Nullable String name) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        return tree;
    }

    private static Map<String, @Nullable Object> spread(Map<String, @Nullable Object> into, Spread spread) {
        into.put("min", spread.min());
        into.put("median", spread.median());
        into.put("max", spread.max());
        return into;
    }

    private static Row row(JsonNode node) {
        boolean alone = node.get("peer").isNull();
        return new Row(
                node.get("name").asString(),
                node.get("size").asString(),
                node.get("unit").asString(),
                spread(node.get("ours")),
                alone ? null : node.get("peer").get("name").asString(),
                alone ? null : spread(node.get("peer")),
                alone
                        ? null
                        : new Spread(
                                node.get("ratioMin").asDouble(),
                                node.get("ratio").asDouble(),
                                node.get("ratioMax").asDouble()),
                new Goal(
                        node.get("goal").asDouble(),
                        node.get("aim").asDouble(),
                        node.get("sense").asString().equals("≥") ? Goal.Sense.AT_LEAST : Goal.Sense.AT_MOST,
                        node.get("judged").asString().equals("ratio") ? Goal.Judged.RATIO : Goal.Judged.OURS),
                node.get("agrees").asBoolean(),
                node.get("load").asDouble());
    }

    private static Spread spread(JsonNode node) {
        return new Spread(
                node.get("min").asDouble(),
                node.get("median").asDouble(),
                node.get("max").asDouble());
    }
}
