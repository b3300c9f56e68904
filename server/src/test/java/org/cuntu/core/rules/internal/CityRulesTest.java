package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CityRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path city;

    @Test
    void aMisspeltKeyStopsTheStartAndNamesTheNearest() throws IOException {
        assertThat(refusal("severity: MAJOR", "severty: MAJOR"))
                .contains("severty")
                .contains("\"severity\"");
    }

    @Test
    void aMisspeltFieldDoesNotCompile() throws IOException {
        assertThat(refusal("FXDJ in", "FXJD in")).contains("undeclared reference to 'FXJD'");
    }

    @Test
    void aTextComparedWithANumberDoesNotCompile() throws IOException {
        assertThat(refusal("area > 0", "area > '0'")).contains("does not compile");
    }

    @Test
    void anUnknownLayerNamesTheNearest() throws IOException {
        assertThat(refusal("DZZHFXQ", "DZZHFQX")).contains("DZZHFQX").contains("DZZHFXQ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {"LINE", "POINT"})
    void aLayerOfLinesOrPointsIsNoMatterForARule(Dimension dimension) throws IOException {
        copy("geohazard-zone.yaml", "rule.yaml", "version: 1", "version: 1");
        TestRegister thin = new TestRegister(TestRegister.CITY.layers().stream()
                .map(layer -> layer.code().equals("DZZHFXQ") ? of(layer, dimension) : layer)
                .toList());

        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> CityRules.open(city, thin));

        assertThat(refused.problems().getFirst().what(Locale.ENGLISH))
                .contains("DZZHFXQ")
                .contains("lines or points");
    }

    private static LayerEntry of(LayerEntry layer, Dimension dimension) {
        return new LayerEntry(
                layer.schema(),
                layer.group(),
                layer.zh(),
                layer.en(),
                layer.owner(),
                layer.classification(),
                layer.required(),
                layer.freshness(),
                dimension,
                layer.slivers());
    }

    @Test
    void aSettingReadWithABlankBeforeTheBracketIsLookedUpToo() throws IOException {
        assertThat(refusal("area > 0", "area > setting ('no-such')")).contains("no-such");
    }

    @Test
    void aConditionalRuleNamesADocument() throws IOException {
        assertThat(refusal("needs: [geohazard-assessment]", "needs: []")).contains("needs");
    }

    @Test
    void outsideOfALayerWhoseFeaturesOverlapIsRefused() throws IOException {
        copy("mining-right.yaml", "rule.yaml", "relation: overlaps", "relation: outside");

        assertThat(codes()).containsExactly("rule.outside-overlapping");
    }

    @Test
    void aKeyGivenTwiceIsRefused() throws IOException {
        assertThat(refusal("verdict: CONDITIONAL", "verdict: CONDITIONAL\nverdict: PASS"))
                .contains("YAML");
    }

    @Test
    void aRelationOfALaterVersionIsSaidToBe() throws IOException {
        assertThat(refusal("overlaps", "within-distance(50)")).contains("within-distance(50)");
    }

    @Test
    void aSetReadFromItsTextIsTheSameSet() {
        CityRules book = CityRules.open(RuleExamplesTest.CITY, TestRegister.CITY);
        RuleSet set = book.inForce(DAY, null);

        RuleSet again = CityRules.open(RuleExamplesTest.CITY, TestRegister.CITY).read(set.text());

        assertThat(again.hash()).isEqualTo(set.hash()).hasSize(64);
        assertThat(again.rules())
                .extracting(Rule::id)
                .isEqualTo(set.rules().stream().map(Rule::id).toList());
    }

    @Test
    void aRuleThatAppliesByApplicationIsChosenByTheDayOfTheApplication() {
        CityRules book = CityRules.open(RuleExamplesTest.CITY, TestRegister.CITY);

        assertThat(ids(book.inForce(DAY, LocalDate.of(2025, 12, 31)))).doesNotContain("urban-boundary");
        assertThat(ids(book.inForce(DAY, DAY))).contains("urban-boundary");
    }

    @Test
    void twoVersionsInForceAtOnceAreRefused() throws IOException {
        copy("geohazard-zone.yaml", "a.yaml", "version: 1", "version: 1");
        copy("geohazard-zone.yaml", "b.yaml", "version: 1", "version: 2");

        assertThat(codes()).containsExactly("rule.versions-overlap");
    }

    private List<String> codes() {
        return catchThrowableOfType(InputRefused.class, () -> CityRules.open(city, TestRegister.CITY))
                .problems()
                .stream()
                .map(p -> p.code())
                .toList();
    }

    private static List<String> ids(RuleSet set) {
        return set.rules().stream().map(Rule::id).toList();
    }

    private String refusal(String from, String to) throws IOException {
        copy("geohazard-zone.yaml", "rule.yaml", from, to);
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> CityRules.open(city, TestRegister.CITY));
        var problem = refused.problems().getFirst();
        return problem.what(Locale.ENGLISH) + " " + problem.todo(Locale.ENGLISH);
    }

    private void copy(String rule, String as, String from, String to) throws IOException {
        Files.createDirectories(city.resolve("rules"));
        String text = Files.readString(RuleExamplesTest.CITY.resolve("rules").resolve(rule));
        Files.writeString(city.resolve("rules").resolve(as), text.replace(from, to));
    }

    private static final String TWO_VALUES = """
            - {name: limit, type: integer, value: 1, inForce: {from: "2020-01-01", to: "2026-01-01"}, zh: 一, en: One}
            - {name: limit, type: integer, value: 2, inForce: {from: "2026-01-01"}, zh: 二, en: Two}
            - {name: limit, type: integer, value: 3, inForce: {from: "2026-01-01"}, knownFrom: "2026-06-01T00:00:00Z", zh: 三, en: Three}
            """;

    @Test
    void aRuleChosenByTheDayOfTheApplicationReadsTheSettingOfThatDay() throws IOException {
        copy("geohazard-zone.yaml", "rule.yaml", "area > 0", "area > setting('limit')");
        Files.writeString(city.resolve("settings.yaml"), TWO_VALUES);
        RuleSet set = CityRules.open(city, TestRegister.CITY).inForce(DAY, LocalDate.of(2025, 5, 1));

        assertThat(holds(set, 2)).isTrue();
        assertThat(holds(CityRules.open(city, TestRegister.CITY).read(set.text()), 2))
                .isTrue();
    }

    @Test
    void aSettingThatWasCorrectedLaterIsReadAsItWasKnown() throws IOException {
        copy("geohazard-zone.yaml", "rule.yaml", "area > 0", "area > setting('limit')");
        Files.writeString(city.resolve("settings.yaml"), TWO_VALUES);
        CityRules book = CityRules.open(city, TestRegister.CITY);

        assertThat(holds(book.inForce(DAY, null, Instant.parse("2026-05-31T00:00:00Z")), 3))
                .isTrue();
        assertThat(holds(book.inForce(DAY, null, null), 3)).isFalse();
    }

    @Test
    void aRuleIsTheOneThatWasKnown() {
        CityRules book = CityRules.open(RuleExamplesTest.CITY, TestRegister.CITY);

        assertThat(version(book.inForce(DAY, null, Instant.parse("2026-11-20T00:00:00Z")), "plan-zone"))
                .isEqualTo(1);
        assertThat(version(book.inForce(DAY, null, null), "plan-zone")).isEqualTo(2);
    }

    @Test
    void aDocumentThatIsNotOnTheListStopsTheStart() throws IOException {
        copy("geohazard-zone.yaml", "rule.yaml", "needs: [geohazard-assessment]", "needs: [geohazard-asessment]");
        Files.copy(RuleExamplesTest.CITY.resolve("documents.yaml"), city.resolve("documents.yaml"));

        assertThat(codes()).containsExactly("rule.unknown-document");
    }

    @Test
    void twoSentencesOfTheMatrixForOneCellStopTheStart() throws IOException {
        String text = Files.readString(RuleExamplesTest.CITY.resolve("conversion.yaml"));
        String again = text.substring(text.indexOf("  - id: z100-any"), text.indexOf("  - id: z100-restore"));
        Files.writeString(city.resolve("conversion.yaml"), text + again.replace("z100-any", "z100-again"));

        assertThat(codes()).containsExactly("rule.conversion-twice");
    }

    private static int version(RuleSet set, String id) {
        return set.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static boolean holds(RuleSet set, long area) {
        return set.rules().getFirst().tests().when(new Facts(area, 0, List.of(), 100, 1, Project.UNKNOWN));
    }
}
