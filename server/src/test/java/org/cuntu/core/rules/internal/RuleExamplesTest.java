package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.TestRegister;
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
}
