package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.util.List;
import java.util.stream.Collectors;
import org.cuntu.core.conformity.internal.ConflictShapes;
import org.cuntu.core.conformity.internal.Tables;
import org.cuntu.core.rules.Project;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Survey × plan zones on a site of 100 m × 100 m: forest in the west, paddy in the east; 100 in the south, 520 in the north. */
class ConversionTest {
    private static final Geometry SITE = box(0, 0, 100, 100);
    private static final Project FACTORY = new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of());

    @Test
    void eachClassInEachZoneIsJudgedByItself() {
        assertThat(parts(ground("450203100000"))).isEqualTo("""
                100 0301 FORBIDDEN 2400.00
                520 0301 CONDITIONAL 3600.00
                100 0101 FORBIDDEN 1600.00
                520 0101 CONDITIONAL 2400.00""");
    }

    @Test
    void theFindingsTakeThePartsAndNotTheWholeLeaves() {
        assertThat(findings(ground("450203100000"))).isEqualTo("""
                CONDITIONAL | conversion-conditional | 6000.00 m2 | [conversion-approval]
                FAIL | conversion-forbidden | 4000.00 m2 | []
                PASS | conversion-unanswered | 0.00 m2 | []""");
    }

    @Test
    void whatIsPaintedIsThePartInTheZoneAndNotTheWholeLeaf() {
        assertThat(painted(ground("450203100000"))).isEqualTo("""
                conversion-conditional 3600.00 = 3600 m2, y 40 to 100
                conversion-conditional 2400.00 = 2400 m2, y 40 to 100
                conversion-forbidden 2400.00 = 2400 m2, y 0 to 40
                conversion-forbidden 1600.00 = 1600 m2, y 0 to 40""");
    }

    @Test
    void whereNoZoneLiesThatGroundAloneIsPainted() {
        FlatGround ground = FlatGround.with("DLTB", "GHFQ")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.only("conversion"))
                .feature("DLTB", box(-9, -9, 109, 109), "DLBM", "0301")
                .feature("GHFQ", box(-9, -9, 109, 90), "GHFQDM", "520");

        assertThat(painted(ground)).contains("conversion-unanswered 1000.00 = 1000 m2, y 90 to 100");
    }

    @Test
    void aTownshipsOwnSentenceGoesBeforeTheCitys() {
        assertThat(parts(ground("450206108201"))).contains("520 0301 FORBIDDEN 3600.00");
    }

    @Test
    void whatTheMatrixDoesNotSpeakOfIsNotAnswered() {
        FlatGround ground = FlatGround.with("DLTB", "GHFQ")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.only("conversion"))
                .feature("DLTB", box(0, 0, 100, 100), "DLBM", "9999")
                .feature("GHFQ", box(0, 0, 100, 100), "GHFQDM", "520");

        assertThat(findings(ground)).contains("NOT_ANSWERED | conversion-unanswered | 10000.00 m2");
    }

    @Test
    void theTableAddsUpToTheSiteInEveryUnit() {
        ReviewResult review = ground("450203100000").review();

        assertThat(review.conversions().stream()
                        .mapToLong(p -> p.area().hundredths())
                        .sum())
                .isEqualTo(1_000_000);
        assertThat(review.conversions().stream()
                        .mapToLong(ConversionPart::hectares)
                        .sum())
                .isEqualTo(10_000);
        assertThat(review.conversions().stream().mapToInt(ConversionPart::share).sum())
                .isEqualTo(10_000);
        Table table = new Tables(review, FlatGround.CLASSES)
                .all().stream()
                        .filter(t -> t.id().equals("conversion"))
                        .findFirst()
                        .orElseThrow();
        assertThat(table.rows().getLast().cells().getLast().zh()).isEqualTo("100.00");
    }

    @Test
    void groundWithoutAPlanZoneIsAPartOfItsOwn() {
        FlatGround ground = FlatGround.with("DLTB", "GHFQ")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.only("conversion"))
                .feature("DLTB", box(-9, -9, 109, 109), "DLBM", "0301")
                .feature("GHFQ", box(-9, -9, 109, 90), "GHFQDM", "520");

        assertThat(parts(ground)).isEqualTo("520 0301 CONDITIONAL 9000.00\n 0301 UNANSWERED 1000.00");
        assertThat(findings(ground)).startsWith("NOT_ANSWERED | conversion-conditional");
    }

    private static FlatGround ground(String village) {
        return FlatGround.with("DLTB", "GHFQ")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.only("conversion"))
                .feature("DLTB", box(-9, -9, 60, 109), "DLBM", "0301", "ZLDWDM", village)
                .feature("DLTB", box(60, -9, 109, 109), "DLBM", "0101", "ZLDWDM", village)
                .feature("GHFQ", box(-9, -9, 109, 40), "GHFQDM", "100", "GHFQMC", "生态保护区")
                .feature("GHFQ", box(-9, 40, 109, 109), "GHFQDM", "520", "GHFQMC", "一般农业区");
    }

    private static String parts(FlatGround ground) {
        return ground.review().conversions().stream()
                .map(p -> p.zoneCode() + " " + p.leaf().text("DLBM") + " "
                        + p.answer().outcome() + " " + p.area())
                .collect(Collectors.joining("\n"));
    }

    /** Of each painted piece its rule, the area it is said to have, the area it is painted with, and from where to where. */
    private static String painted(FlatGround ground) {
        JsonNode shapes = JsonMapper.shared().valueToTree(ConflictShapes.of(ground.review(), FlatGround.CUTTER));
        return shapes.path("features")
                .valueStream()
                .map(feature -> {
                    Envelope box = new Envelope();
                    for (JsonNode polygon : feature.path("geometry").path("coordinates"))
                        for (JsonNode point : polygon.path(0))
                            box.expandToInclude(
                                    point.path(0).asDouble(), point.path(1).asDouble());
                    return "%s %s = %.0f m2, y %.0f to %.0f"
                            .formatted(
                                    feature.path("properties").path("rule").asString(),
                                    feature.path("properties").path("area").asString(),
                                    box.getArea(),
                                    box.getMinY(),
                                    box.getMaxY());
                })
                .collect(Collectors.joining("\n"));
    }

    private static String findings(FlatGround ground) {
        return ground.review().findings().stream()
                .map(f -> f.verdict() + " | " + f.rule().id() + " | " + f.area() + " m2 | " + f.needs())
                .collect(Collectors.joining("\n"));
    }
}
