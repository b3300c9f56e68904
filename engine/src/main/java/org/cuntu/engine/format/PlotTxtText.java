package org.cuntu.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/**
 * The lines of a plot TXT file sorted into header, heads and points. Other sections are kept in the header with keys
 * {@code [section]key}.
 */
final class PlotTxtText {
    private static final String ATTRIBUTES = "属性描述";
    private static final String PLOTS = "地块坐标";
    private static final int MOST_ATTRIBUTES = 10_000;

    final Map<String, String> header = new LinkedHashMap<>();
    final List<RawPlot> plots = new ArrayList<>();
    boolean hasAttributes;
    boolean hasPlotSection;

    private final String file;
    private final InputLimits limits;
    private final Findings findings;
    private String section = "";
    private long points;
    private int attributes;

    private PlotTxtText(String file, InputLimits limits, Findings findings) {
        this.file = file;
        this.limits = limits;
        this.findings = findings;
    }

    static PlotTxtText parse(BufferedReader text, String file, InputLimits limits, Findings findings)
            throws IOException {
        PlotTxtText parsed = new PlotTxtText(file, limits, findings);
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) parsed.line(line, ++number);
        parsed.sections();
        return parsed;
    }

    /** The same header with one plot. */
    PlotTxtText only(int plot) {
        PlotTxtText one = new PlotTxtText(file, limits, findings);
        one.header.putAll(header);
        one.plots.add(plots.get(plot));
        one.hasAttributes = hasAttributes;
        one.hasPlotSection = hasPlotSection;
        return one;
    }

    private void sections() {
        if (hasAttributes && !hasPlotSection)
            findings.add(Problem.refused("format.txt.no-plot-section", Place.file(file)));
        else if (plots.isEmpty()) findings.add(Problem.refused("format.txt.no-plots", Place.file(file)));
    }

    private void line(String line, int number) {
        String plain = StrictText.plain(line).strip();
        if (plain.isEmpty()) return;
        if (plain.startsWith("[") && plain.endsWith("]")) {
            section = plain.substring(1, plain.length() - 1).strip();
            hasAttributes |= section.equals(ATTRIBUTES);
            hasPlotSection |= section.equals(PLOTS);
        } else if (section.equals(PLOTS) || section.isEmpty()) body(line, plain, number);
        else attribute(line, number);
    }

    private void attribute(String line, int number) {
        if (++attributes > MOST_ATTRIBUTES)
            throw new InputRefused(
                    Problem.refused("format.txt.too-many-lines", Place.line(file, number), "limit", MOST_ATTRIBUTES));
        int at = line.indexOf('=');
        if (at < 0) at = line.indexOf('＝');
        if (at < 0) {
            findings.add(Problem.warning(
                    "format.txt.header-line", Place.line(file, number), "text", shortened(line.strip())));
            return;
        }
        String key = StrictText.plain(line.substring(0, at)).strip();
        header.putIfAbsent(
                section.equals(ATTRIBUTES) ? key : "[" + section + "]" + key,
                line.substring(at + 1).strip());
    }

    private void body(String line, String plain, int number) {
        if (plain.endsWith("@")) {
            plots.add(new RawPlot(PlotHead.parse(line, number)));
            return;
        }
        String[] fields = plain.replaceFirst("[, ]+$", "").split("[,;]", -1);
        if (fields.length != 4) {
            findings.add(Problem.refused("format.txt.point-line", Place.line(file, number), "text", shortened(plain)));
            return;
        }
        double first = coordinate(fields[2], number);
        double second = coordinate(fields[3], number);
        if (Double.isNaN(first) || Double.isNaN(second)) return;
        if (plots.isEmpty()) {
            findings.add(Problem.refused("format.txt.point-before-head", Place.line(file, number)));
            return;
        }
        if (++points > limits.vertices())
            throw new InputRefused(
                    Problem.refused("format.too-many-vertices", Place.file(file), "limit", limits.vertices()));
        plots.getLast().points().add(new RawPlot.Point(number, fields[0].strip(), fields[1].strip(), first, second));
    }

    private double coordinate(String text, int number) {
        String digits = text.strip();
        if (digits.matches("[+-]?[0-9]{1,12}(\\.[0-9]{0,18})?")) return Double.parseDouble(digits);
        findings.add(Problem.refused("format.txt.number", Place.line(file, number), "text", shortened(digits)));
        return Double.NaN;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
