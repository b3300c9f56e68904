package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.core.conformity.Comparison.Cause;
import org.cuntu.core.conformity.internal.ComparedSide;
import org.cuntu.core.conformity.internal.ReviewComparison;
import org.cuntu.core.conformity.internal.ReviewJson;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** Two reviews of a site of 100 m × 100 m on paddy to the west, orchard to the east, farmland in the west. */
class ComparisonTest {
    private static final Geometry SITE = box(0, 0, 100, 100);
    private static final Project FACTORY = new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of());

    @Test
    void twoOfTheSameReviewDifferInNothing() {
        Comparison same = compare(ground(SITE, 30), ground(SITE, 30));

        assertThat(same.causes()).isEmpty();
        assertThat(same.rulings()).isNotEmpty().noneMatch(Comparison.Ruling::changed);
        assertThat(same.layers()).noneMatch(Comparison.Layer::changed);
    }

    @Test
    void aSiteThatMovesOutOfFarmlandIsOtherwiseByItsGeometryAlone() {
        Comparison moved = compare(ground(SITE, 30), ground(box(30, 0, 130, 100), 30));

        assertThat(ruling(moved, "permanent-farmland")).isEqualTo("FAIL 3000.00 → PASS 0.00 [GEOMETRY]");
        assertThat(moved.causes()).containsExactly(Cause.GEOMETRY);
    }

    @Test
    void aFarmlandLineThatWasDrawnAnewIsNamedAsTheLayerThatChanged() {
        Comparison anew = compare(ground(SITE, 30), ground(SITE, 20));

        assertThat(ruling(anew, "permanent-farmland")).isEqualTo("FAIL 3000.00 → FAIL 2000.00 [LAYER]");
        assertThat(anew.rulings().stream()
                        .filter(Comparison.Ruling::changed)
                        .flatMap(r -> r.layers().stream())
                        .distinct())
                .containsExactly("YJJBNTBHTB");
    }

    @Test
    void aLayerThatIsStaleOnOneSideIsTheReason() {
        Comparison stale = compare(ground(SITE, 30), ground(SITE, 30).silent("YJJBNTBHTB", NotAnsweredReason.STALE));

        assertThat(ruling(stale, "permanent-farmland")).isEqualTo("FAIL 3000.00 → NOT_ANSWERED 0.00 [LAYER]");
    }

    @Test
    void anotherProjectIsTheReasonWhereItsRulesSpeakOtherwise() {
        Comparison major = compare(
                ground(SITE, 30).project(new Project("single", "1202", "national-major", FlatGround.DAY, List.of())),
                ground(SITE, 30));

        assertThat(ruling(major, "permanent-farmland-major")).endsWith("→ – [PROJECT]");
    }

    @Test
    void aRuleThatIsNotInForceOnOneSideIsTheReason() {
        RuleSet without = Rules.BOOK.read(Rules.city().text().replaceFirst("permanent-farmland\"", "old-farmland\""));
        Comparison rules = compare(ground(SITE, 30), ground(SITE, 30).rules(without));

        assertThat(ruling(rules, "permanent-farmland")).isEqualTo("FAIL 3000.00 → – [RULE]");
        assertThat(rules.causes()).containsExactly(Cause.RULE);
    }

    @Test
    void theLinesOfEachSideAddUpToItsSite() {
        Comparison moved = compare(ground(SITE, 30), ground(box(30, 0, 140, 100), 30));

        for (Comparison.Sheet sheet : moved.sheets()) {
            assertThat(sheet.a()).as(sheet.layer()).isEqualTo(Area.parse("10000.00"));
            assertThat(sheet.b()).as(sheet.layer()).isEqualTo(Area.parse("11000.00"));
            assertThat(sheet.lines().stream().map(Comparison.Line::difference).reduce(Area.ZERO, Area::plus))
                    .isEqualTo(Area.parse("1000.00"));
        }
    }

    @Test
    void landUseIsComparedClassByClassWithTheRidgeApart() {
        Comparison moved = compare(ground(SITE, 30), ground(box(30, 0, 130, 100), 30));

        assertThat(lines(moved, "DLTB")).isEqualTo("0101 4500.00 1800.00 | 0201 5000.00 8000.00 | 1203 500.00 200.00");
    }

    @Test
    void groundThatALayerSaysNothingOfHasALineOfItsOwn() {
        Comparison silent = compare(ground(SITE, 30), ground(SITE, 30).silent("DLTB", NotAnsweredReason.NO_SNAPSHOT));

        assertThat(lines(silent, "DLTB")).endsWith("not-answered 0.00 10000.00");
    }

    private static FlatGround ground(Geometry site, double farmland) {
        return FlatGround.with("DLTB", "YJJBNTBHTB")
                .feature("DLTB", box(0, 0, 50, 100), "DLBM", "0101", "QSXZ", "30", "KCXS", 0.1)
                .feature("DLTB", box(50, 0, 200, 100), "DLBM", "0201", "QSXZ", "30")
                .feature("YJJBNTBHTB", box(0, 0, farmland, 100), "DLBM", "0101")
                .plot(site)
                .project(FACTORY)
                .rules(Rules.city());
    }

    private static Comparison compare(FlatGround a, FlatGround b) {
        return ReviewComparison.of(
                side(a),
                side(b),
                code -> TestRegister.CITY.findLayer(code).orElseThrow().schema());
    }

    private static ComparedSide side(FlatGround ground) {
        ReviewResult result = ground.review();
        Map<String, Object> tree = ReviewJson.of(result, FlatGround.CLASSES, ReviewJson.Heading.LIVE, Locale.CHINESE);
        return ComparedSide.of(
                JsonMapper.shared().valueToTree(tree), result.input().rules().text(), List.of());
    }

    private static String ruling(Comparison comparison, String rule) {
        return comparison.rulings().stream()
                .filter(r -> r.rule().equals(rule))
                .map(r -> said(r.a()) + " → " + said(r.b()) + " " + r.because())
                .findFirst()
                .orElse("none");
    }

    private static String said(Comparison.Judged judged) {
        return judged == null ? "–" : judged.verdict() + " " + judged.area();
    }

    private static String lines(Comparison comparison, String layer) {
        return comparison.sheets().stream()
                .filter(sheet -> sheet.layer().equals(layer))
                .flatMap(sheet -> sheet.lines().stream())
                .map(line -> (line.code().isEmpty() ? line.kind() : line.code()) + " " + line.a() + " " + line.b())
                .collect(Collectors.joining(" | "));
    }
}
