package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.StatedArea;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes a site of a feature file: one plot a feature, by the fields DKBH, DKMC, DKYT, TFH, DLBM of the TXT heads; DKMJ
 * is the stated area in hectares as there, {@code statedArea} the same in m². Field names in any case.
 */
final class FeatureSite {
    private static final List<String> OWN = List.of("DKBH", "DKMC", "DKYT", "DKMJ", "STATEDAREA");

    private FeatureSite() {}

    static SiteFile read(InputSource source, FeatureReader reader) {
        try (reader) {
            List<Plot> plots = new ArrayList<>();
            reader.forEach(feature -> plots.add(plot(feature)));
            if (plots.isEmpty()) throw new InputRefused(Problem.refused("format.no-plots", Place.file(source.name())));
            return new SiteFile(source.name(), source.sha256(), reader.crs(), Map.of(), plots, reader.warnings());
        }
    }

    static Plot plot(SourceFeature feature) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> raw = new LinkedHashMap<>();
        feature.values().forEach((key, value) -> {
            String upper = key.toUpperCase(Locale.ROOT);
            if (OWN.contains(upper)) values.putIfAbsent(upper, text(value));
            else raw.put(upper.equals("TFH") || upper.equals("DLBM") ? upper : key, text(value));
        });
        String number = values.getOrDefault("DKBH", "");
        return new Plot(
                number.isEmpty() ? String.valueOf(feature.number()) : number,
                values.getOrDefault("DKMC", ""),
                values.getOrDefault("DKYT", ""),
                stated(values),
                feature.shape(),
                PlotTxtFrame.ordered(raw));
    }

    private static @Nullable StatedArea stated(Map<String, String> values) {
        BigDecimal squareMetres = number(values.getOrDefault("STATEDAREA", ""), 0);
        if (squareMetres == null) squareMetres = number(values.getOrDefault("DKMJ", ""), 4);
        return squareMetres == null ? null : new StatedArea(Area.ofSquareMetres(squareMetres));
    }

    private static @Nullable BigDecimal number(String text, int shift) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{0,12})?")) return null;
        BigDecimal value = new BigDecimal(text).movePointRight(shift);
        return value.signum() > 0 ? value : null;
    }

    private static String text(@Nullable Object value) {
        if (value == null) return "";
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
