package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.TestRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs every example of every rule of the city. */
class RuleExamplesTest {
    static final Path CITY = Path.of(System.getProperty("cuntu.root", ".."), "city", "liuzhou");

    static Stream<Arguments> examples() {
        return CityRules.open(CITY, TestRegister.CITY).listRules().stream()
                .flatMap(rule -> rule.examples().stream().map(example -> Arguments.of(rule.id(), example.name(), rule, example)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void anExampleGivesTheVerdictItStates(String id, String name, Rule rule, Rule.Example example) {
        assertThat(RuleExamples.verdict(rule, example)).as("%s: %s", id, name).isEqualTo(example.expect());
    }

    static Stream<Arguments> rules() {
        return CityRules.open(CITY, TestRegister.CITY).listRules().stream().map(rule -> Arguments.of(rule.id(), rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleShowsEveryVerdictThatItCanGive(String id, Rule rule) throws IOException {
        Set<String> shown = rule.examples().stream()
                .map(example -> String.valueOf(example.expect()))
                .collect(Collectors.toSet());

        assertThat(shown).contains(rule.verdict().name(), "PASS");
        if (Files.readString(CITY.resolve("rules/" + id + ".yaml")).contains("appliesTo:")) assertThat(shown).contains("null");
    }

    @Test
    void aRuleStandsForEachOfTheTenSubjects() {
        List<String> ids = CityRules.open(CITY, TestRegister.CITY).listRules().stream().map(Rule::id).toList();

        assertThat(ids)
                .contains(
                        "permanent-farmland", "ecological-red-line", "urban-boundary", "plan-zone", "detailed-plan-use",
                        "history-line", "geohazard-zone", "mining-right", "approved-land", "cropland-occupied");
    }
}
