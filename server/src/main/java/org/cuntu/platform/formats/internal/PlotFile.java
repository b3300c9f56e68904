package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.PlotTxtWriter;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Writes features as plots of the national TXT: number, name, use and class from the fields that usually hold them. A file of
 * plots is held in memory and made for people: ten thousand are the most.
 */
public final class PlotFile {
    private static final long MOST = 10_000;
    private static final List<String> NUMBER = List.of("DKBH", "TBBH", "BSM", "XMBH");
    private static final List<String> NAME = List.of("DKMC", "XMMC", "ZLDWMC", "MC", "NAME");
    private static final List<String> USE = List.of("DKYT", "DLMC", "GHYT", "YT");

    private PlotFile() {}

    /** @throws InputRefused {@code format.txt.areas-only}, {@code format.txt.too-many-plots} or {@code format.no-plots} */
    public static List<Problem> write(LayerContent layer, Path file) {
        if (layer.dimension() != Dimension.AREA)
            throw new InputRefused(Problem.refused("format.txt.areas-only", Place.UNKNOWN));
        if (layer.size() > MOST)
            throw new InputRefused(
                    Problem.refused("format.txt.too-many-plots", Place.UNKNOWN, "size", layer.size(), "limit", MOST));
        List<Plot> plots = new ArrayList<>();
        layer.rows().forEach((shape, values) -> {
            if (shape.isEmpty()) return;
            Map<String, String> texts = texts(layer.fields(), values);
            Map<String, String> raw = new LinkedHashMap<>();
            for (String code : List.of("TFH", "DLBM")) if (texts.containsKey(code)) raw.put(code, texts.get(code));
            plots.add(new Plot(
                    first(texts, NUMBER, String.valueOf(plots.size() + 1)),
                    first(texts, NAME, ""),
                    first(texts, USE, ""),
                    null,
                    GeoShape.of(Crs.CGCS2000, shape),
                    raw));
        });
        if (plots.isEmpty()) throw new InputRefused(Problem.refused("format.no-plots", Place.UNKNOWN));
        SiteFile site = new SiteFile(layer.title(), "", Crs.CGCS2000, Map.of(), plots, List.of());
        try {
            Files.write(
                    file,
                    layer.crs().isGaussKruger() ? PlotTxtWriter.write(site, layer.crs()) : PlotTxtWriter.write(site));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }

    private static Map<String, String> texts(List<Field> fields, List<@Nullable Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++)
            if (values.get(i) != null) texts.put(fields.get(i).code(), String.valueOf(values.get(i)));
        return texts;
    }

    private static String first(Map<String, String> texts, List<String> codes, String otherwise) {
        return codes.stream()
                .map(texts::get)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(otherwise);
    }
}
