package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cuntu.core.rules.Judgement;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleTrial;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs every example of every rule of the city. */
class RuleExamplesTest {
    static final Path CITY = Path.of(System.getProperty("cuntu.root", ".."), "city", "liuzhou");

    private static final CityRules BOOK = CityRules.open(CITY, TestRegister.CITY);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    static Stream<Arguments> examples() {
        return BOOK.listRules().stream().flatMap(rule -> rule.examples().stream()
                .map(example -> Arguments.of(rule.id(), example.name().en(), rule, example)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void anExampleGivesTheVerdictItStates(String id, String name, Rule rule, Rule.Example example) {
        RuleTrial.Outcome outcome = RuleTrial.run(rule, example, BOOK.inForce(DAY, null), DAY);

        Judgement judgement = outcome.judgement();
        assertThat(judgement == null ? null : judgement.verdict())
                .as("%s: %s", id, name)
                .isEqualTo(example.expect());
    }

    static Stream<Arguments> rules() {
        return BOOK.listRules().stream().map(rule -> Arguments.of(rule.id(), rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleShowsEveryVerdictThatItCanGive(String id, Rule rule) {
        assertThat(shown(rule)).contains(rule.verdict().name(), "PASS");
        if (!rule.wording().appliesTo().isEmpty()) assertThat(shown(rule)).contains("null");
        if (!rule.asks().isEmpty()) assertThat(shown(rule)).contains("NOT_ANSWERED");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesInForce")
    void aRuleInForceShowsItsCorners(String id, Rule rule) {
        assertThat(rule.examples()).anyMatch(one -> one.slivers() > 0 && one.expect() == Verdict.PASS);
        assertThat(rule.examples()).anyMatch(one -> !one.silent().isEmpty() && one.expect() == Verdict.NOT_ANSWERED);
        assertThat(rule.wording().inWords()).isNotEqualTo(rule.title());
    }

    static Stream<Arguments> rulesInForce() {
        return BOOK.listRules().stream()
                .filter(rule -> BOOK.inForce(DAY, null).rules().stream()
                        .anyMatch(one -> one.id().equals(rule.id()) && one.version() == rule.version()))
                .map(rule -> Arguments.of(rule.id(), rule));
    }

    private static Set<String> shown(Rule rule) {
        return rule.examples().stream()
                .map(example -> String.valueOf(example.expect()))
                .collect(Collectors.toSet());
    }

    /** The table of the handbook, plan layers 4.7, row by row. */
    @Test
    void noRowOfTheHandbooksTableIsMissing() {
        List<String> ids =
                BOOK.inForce(DAY, null).rules().stream().map(Rule::id).toList();
        Set<String> rows = BOOK.listRules().stream()
                .filter(rule -> ids.contains(rule.id()))
                .map(rule -> rule.wording().row())
                .collect(Collectors.toSet());

        assertThat(rows)
                .contains(
                        "E1", "E2", "E3", "E3b", "E4", "E5", "P1", "P2", "P3", "P4", "P5", "P6", "U1", "U2", "U3", "U4",
                        "U5", "U6", "Z1", "Z2", "Z3", "D1", "D2", "D3", "H1", "H2", "N1", "M1");
    }

    @Test
    void aRuleStandsForEachOfTheTenSubjects() {
        List<String> ids = BOOK.listRules().stream().map(Rule::id).toList();

        assertThat(ids)
                .contains(
                        "permanent-farmland",
                        "ecological-red-line",
                        "urban-boundary",
                        "plan-zone",
                        "detailed-plan-use",
                        "history-line",
                        "geohazard-zone",
                        "mining-right",
                        "approved-land",
                        "cropland-occupied");
    }
}
