package org.cuntu.core.onemap.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.LayerExport;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.formats.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an export's task works by: the order with its version resolved.
 *
 * @param name of the file for whoever saves it
 * @param asOf the date that was asked for; null: the day on which it is made
 * @param invented whether the version's data is invented
 */
record ExportParams(
        String layer,
        String hash,
        FileFormat format,
        String name,
        boolean invented,
        @Nullable String crs,
        List<String> where,
        @Nullable String within,
        @Nullable String withinName,
        @Nullable String withinCrs,
        double @Nullable [] box,
        @Nullable LocalDate asOf) {
    private static final String LINE = "\n";

    static ExportParams of(LayerExport.Order order, SnapshotRef snapshot) {
        String mark = snapshot.invented() ? "_invented" : "";
        String name = order.layer() + "_" + snapshot.inForceFrom() + mark + "."
                + order.format().ending();
        return new ExportParams(
                order.layer(),
                snapshot.hash(),
                order.format(),
                name,
                snapshot.invented(),
                order.crs(),
                order.where(),
                order.within(),
                order.withinName(),
                order.withinCrs(),
                order.box(),
                order.asOf());
    }

    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("layer", layer);
        params.put("hash", hash);
        params.put("format", format.name());
        params.put("name", name);
        params.put("invented", String.valueOf(invented));
        if (crs != null) params.put("crs", crs);
        if (!where.isEmpty()) params.put("where", String.join(LINE, where));
        if (within != null) params.put("within", within);
        if (withinName != null) params.put("withinName", withinName);
        if (withinCrs != null) params.put("withinCrs", withinCrs);
        if (asOf != null) params.put("asOf", asOf.toString());
        if (box != null)
            params.put(
                    "box",
                    String.join(
                            LINE, Arrays.stream(box).mapToObj(Double::toString).toList()));
        return params;
    }

    static ExportParams of(Map<String, String> params) {
        String where = params.get("where");
        String box = params.get("box");
        return new ExportParams(
                given(params, "layer"),
                given(params, "hash"),
                FileFormat.valueOf(given(params, "format")),
                given(params, "name"),
                Boolean.parseBoolean(params.get("invented")),
                params.get("crs"),
                where == null ? List.of() : List.of(where.split(LINE)),
                params.get("within"),
                params.get("withinName"),
                params.get("withinCrs"),
                box == null
                        ? null
                        : Arrays.stream(box.split(LINE))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                params.containsKey("asOf") ? LocalDate.parse(given(params, "asOf")) : null);
    }

    private static String given(Map<String, String> params, String key) {
        return Objects.requireNonNull(params.get(key), key);
    }

    /** The system that is written. */
    Crs system() {
        return crs == null ? Crs.CGCS2000 : crs(crs);
    }

    static Crs crs(String name) {
        return Crs.find(name).orElseThrow(() -> SnapshotMaking.refused("onemap.unknown-crs", "crs", name));
    }
}
