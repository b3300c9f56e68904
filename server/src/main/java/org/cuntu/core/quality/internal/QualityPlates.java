package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PaperMap.Sign;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.quality.LayerIssue.Kind;
import org.cuntu.core.quality.LayerIssue.Severity;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Geometry;

/**
 * The plates (附图) of a report: where the issues lie, by kind and severity, and the ground of the worst ones. An issue has the number that it
 * has in the list.
 */
final class QualityPlates {
    /** Signs on the overview; beyond, nobody can tell them apart. */
    static final int MOST_SIGNS = 4000;

    private static final float OVERVIEW = 390;
    private static final float PLACE = 168;
    private static final float CAPTION = 12;
    private static final Map<Kind, Sign> SIGNS = new EnumMap<>(Map.of(
            Kind.COMPLETENESS, Sign.TRIANGLE,
            Kind.CONFORMITY, Sign.DIAMOND,
            Kind.CONSISTENCY, Sign.SQUARE,
            Kind.UNIQUENESS, Sign.CROSS,
            Kind.TOPOLOGY, Sign.DISC));

    private final PdfSheet sheet;
    private final QualityPapers.About about;
    private final QualityGround ground;
    private final IssueCells cells;
    private int figure;

    QualityPlates(PdfSheet sheet, QualityPapers.About about, QualityGround ground) {
        this.sheet = sheet;
        this.about = about;
        this.ground = ground;
        cells = new IssueCells(about);
    }

    /** Those that refuse first, then the largest ground, then the longest; only what has a place. */
    static List<LayerIssue> worst(List<LayerIssue> issues, int atMost) {
        return issues.stream()
                .filter(issue -> issue.bounds().length == 4)
                .sorted(Comparator.comparing(LayerIssue::severity)
                        .thenComparing(issue -> issue.area() == null
                                ? 0
                                : -issue.area().toBigDecimal().doubleValue())
                        .thenComparing(issue -> issue.length() == null ? 0 : -issue.length())
                        .thenComparing(LayerIssue::number))
                .limit(atMost)
                .toList();
    }

    /** @param placed with a place, those that refuse first */
    void overview(List<LayerIssue> placed, List<LayerIssue> worst) {
        Snapshot checked = ground.checked(about.run());
        PaperMap map = map(List.of(PaperMap.box(checked.bounds())), 5_000, 0.98, PaperMap.Room.whole(sheet, OVERVIEW));
        map.layer("XZQ");
        map.outline(checked.coverage(), about.word("plate.checked"));
        for (LayerIssue issue : placed.reversed())
            map.place(issue.longitude(), issue.latitude(), sign(issue), refuses(issue));
        for (LayerIssue issue : worst)
            map.number(issue.longitude(), issue.latitude(), String.valueOf(issue.number()), refuses(issue));
        map.names("XZQ", "XZQMC", 7.5f);
        legend(map);
        map.finish(title(about.word("plate.overview")), "", true);
    }

    private void legend(PaperMap map) {
        for (Severity severity : Severity.values())
            for (Kind kind : Kind.values()) {
                long count = about.run().byRule().stream()
                        .filter(rule -> rule.kind() == kind && rule.severity() == severity)
                        .mapToLong(CheckRun.RuleCount::count)
                        .sum();
                if (count > 0)
                    map.explain(
                            Objects.requireNonNull(SIGNS.get(kind)),
                            severity == Severity.REFUSE,
                            about.word("kind." + kind) + " " + about.word("severity." + severity) + " " + count);
            }
    }

    /** Room that the heading and the overview need together. */
    static float height() {
        return PaperMap.height(OVERVIEW) + 90;
    }

    /** Two beside each other. */
    void places(List<LayerIssue> worst) {
        float tall = PaperMap.height(PLACE) + CAPTION;
        for (int i = 0; i < worst.size(); i += 2) {
            sheet.need(tall);
            for (int column = 0; column < 2 && i + column < worst.size(); column++)
                place(worst.get(i + column), PaperMap.Room.half(sheet, column, PLACE));
            sheet.skip(tall);
        }
    }

    private void place(LayerIssue issue, PaperMap.Room room) {
        CheckRun run = about.run();
        Snapshot checked = ground.checked(run);
        PaperMap map = map(List.of(PaperMap.box(issue.bounds())), 200, 0.5, room);
        map.layer(run.layer());
        map.layer("XZQ");
        Geometry outline = issue.outline();
        if (outline != null) map.ground(outline, refuses(issue));
        else wholeFeature(map, checked, issue);
        map.number(issue.longitude(), issue.latitude(), String.valueOf(issue.number()), refuses(issue));
        String named = checked.schema().indexOf("DLMC") >= 0
                ? "DLMC"
                : checked.schema().classField();
        if (named != null) map.names(run.layer(), named, 6.5f);
        List<String> row = cells.of(issue);
        map.finish(
                title(about.word("plate.issue").replace("{number}", row.getFirst())
                        + cells.title(issue)
                        + "　"
                        + row.get(1)),
                caption(issue),
                false);
    }

    /** Which features, and how much ground or how far. */
    private String caption(LayerIssue issue) {
        StringBuilder text = new StringBuilder(issue.feature());
        if (issue.other() != null) text.append(" × ").append(issue.other());
        if (issue.area() != null)
            text.append("　")
                    .append(about.word("plate.area")
                            .replace("{area}", issue.area().toString()));
        if (issue.length() != null)
            text.append("　")
                    .append(about.word("plate.length")
                            .replace("{length}", String.format(Locale.ROOT, "%.3f", issue.length())));
        return text.toString();
    }

    /** An issue of a feature's values has no ground of its own: the feature's is shown. */
    private static void wholeFeature(PaperMap map, Snapshot checked, LayerIssue issue) {
        if (issue.kind() == Kind.TOPOLOGY || checked.schema().indexOf("BSM") < 0) return;
        double[] box = issue.bounds();
        for (int feature : checked.find(box[0], box[1], box[2], box[3]))
            if (issue.feature().equals(checked.value(feature, "BSM")))
                map.ground(checked.geometry(feature), refuses(issue));
    }

    private PaperMap map(List<Geometry> around, int least, double fill, PaperMap.Room room) {
        return new PaperMap(sheet, about.locale(), ground.snapshots(), ground.names(), around, least, fill, room);
    }

    private String title(String text) {
        figure++;
        return about.word("plate.figure").replace("{number}", String.valueOf(figure)) + "　" + text;
    }

    private static Sign sign(LayerIssue issue) {
        return Objects.requireNonNull(SIGNS.get(issue.kind()));
    }

    private static boolean refuses(LayerIssue issue) {
        return issue.severity() == Severity.REFUSE;
    }

    /** Prints all; says what they are drawn from. */
    void print(IssuePages issues, int most) {
        List<LayerIssue> placed = new ArrayList<>();
        issues.firstBySeverity(MOST_SIGNS, issue -> {
            if (issue.bounds().length == 4) placed.add(issue);
        });
        List<LayerIssue> worst = worst(placed, most);
        overview(placed, worst);
        sheet.paragraph(about.word("plate.note"), PdfFace.TEXT, 7.5f, PdfSheet.FAINT, 0);
        places(worst);
    }
}
