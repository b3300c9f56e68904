package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.internal.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** Rules that a city might write, on a site of 100 m × 100 m. */
class RuleCornersTest {
    private static final Geometry SITE = box(0, 0, 100, 100);

    @TempDir
    Path city;

    @Test
    void aRuleThatFailsWhenNothingIsThereDoesNotFailOnALayerThatIsSilent() throws IOException {
        FlatGround ground = FlatGround.with("GHFQ")
                .plot(SITE)
                .rules(rule("GHFQ", "true", "share < 5000", "FAIL"))
                .silent("GHFQ", NotAnsweredReason.NO_SNAPSHOT);

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | 0.00 m2");
    }

    @Test
    void norWhereTheOtherHalfMightHoldWhatIsMissing() throws IOException {
        FlatGround ground = FlatGround.with("GHFQ")
                .plot(SITE)
                .rules(rule("GHFQ", "GHFQDM == '410'", "share < 5000", "FAIL"))
                .feature("GHFQ", box(0, 0, 40, 100), "GHFQDM", "410")
                .coverage("GHFQ", box(0, 0, 40, 100));

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | 4000.00 m2");
    }

    @Test
    void ofMiningRightsTheGroundOfThoseTakenIsCountedOnceNotThatOfAll() throws IOException {
        FlatGround ground = FlatGround.with("CKQ")
                .plot(SITE)
                .rules(rule("CKQ", "XKZH.startsWith('C')", "area > 0", "CONDITIONAL"))
                .feature("CKQ", box(0, 0, 30, 100), "XKZH", "C1")
                .feature("CKQ", box(10, 0, 40, 100), "XKZH", "C2")
                .feature("CKQ", box(50, 0, 100, 100), "XKZH", "X3");

        assertThat(findings(ground)).isEqualTo("CONDITIONAL | 4000.00 m2");
    }

    @Test
    void aMissingNumberOnOnePieceDoesNotHideTheFailureOfAnother() throws IOException {
        FlatGround ground = FlatGround.with("DLTB")
                .plot(SITE)
                .rules(rule("DLTB", "KCXS <= 0.5", "area > 0", "FAIL"))
                .feature("DLTB", box(0, 0, 50, 100), "DLBM", "0101", "KCXS", 0.1)
                .feature("DLTB", box(50, 0, 100, 100), "DLBM", "0601");

        assertThat(findings(ground)).isEqualTo("FAIL | 5000.00 m2");
    }

    @Test
    void aMissingNumberLeavesARuleThatDidNotFailUndecided() throws IOException {
        FlatGround ground = FlatGround.with("DLTB")
                .plot(SITE)
                .rules(rule("DLTB", "KCXS <= 0.5", "area > 0", "FAIL"))
                .feature("DLTB", box(0, 0, 50, 100), "DLBM", "0101", "KCXS", 0.9)
                .feature("DLTB", box(50, 0, 100, 100), "DLBM", "0601");

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | 0.00 m2");
        assertThat(ground.review().notes()).extracting(ReviewResult.Note::code).contains("undecided");
    }

    private RuleSet rule(String layer, String where, String when, String verdict) throws IOException {
        Files.createDirectories(city.resolve("rules"));
        Files.writeString(city.resolve("rules/one.yaml"), """
                id: one
                version: 1
                title: {zh: 一, en: One}
                article: [{doc: 示例, clause: "", status: unverified}]
                inForce: {from: "2020-01-01"}
                appliesBy: review
                layers: [{name: %s, required: true}]
                select: {layer: %s, where: "%s", relation: overlaps}
                when: "%s"
                verdict: %s
                severity: MAJOR
                needs: [opinion]
                remedy: {zh: 一, en: One}
                examples:
                  - {name: a, given: {site: "1.00", pieces: []}, expect: PASS}
                  - {name: b, given: {site: "1.00", pieces: []}, expect: PASS}
                """.formatted(layer, layer, where, when, verdict));
        return CityRules.open(city, TestRegister.CITY).inForce(FlatGround.DAY, null);
    }

    private static String findings(FlatGround ground) {
        return ground.review().findings().stream()
                .map(f -> f.verdict() + " | " + f.area() + " m2")
                .collect(Collectors.joining("\n"));
    }
}
