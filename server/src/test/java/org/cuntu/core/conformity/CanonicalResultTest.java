package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cuntu.core.conformity.internal.CanonicalResult;
import org.cuntu.core.rules.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalResultTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void oneThreadAndFourGiveTheSameTextToTheByte(long seed) {
        FlatGround ground = RandomGround.of(seed);

        assertThat(CanonicalResult.text(ground.review(4))).isEqualTo(CanonicalResult.text(ground.review(1)));
    }

    @Test
    void noNameAndNoInstantIsInTheText() {
        String text = CanonicalResult.text(RandomGround.of(1).review());

        assertThat(text).doesNotContain("地块1").doesNotContain("2026-06-").contains("\"asOf\":\"2026-11-20\"");
    }

    /** Leaves and pieces write their own members. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void aTextReadAndWrittenAnewIsTheSame(long seed) {
        String text = CanonicalResult.text(RandomGround.of(seed).review());

        assertThat(text).contains("\"leaves\":[{\"area\":");
        assertThat(CanonicalJson.write(JsonMapper.shared().readValue(text, Map.class)))
                .isEqualTo(text);
    }

    /** The example of RFC 8785, 3.2.3, without its number that is no integer. */
    @Test
    void membersAreSortedByCodeUnitsAndOnlyWhatMustIsEscaped() {
        var tree = Map.of(
                "\u20ac",
                "Euro Sign",
                "\r",
                "Carriage Return",
                "\ufb33",
                "Hebrew",
                "1",
                "One",
                "\ud83d\ude00",
                "Smiley",
                "\u0080",
                "Control\u007f",
                "\u00f6",
                "o");

        assertThat(CanonicalJson.write(tree))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\","
                                + "\"\u00f6\":\"o\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Smiley\",\"\ufb33\":\"Hebrew\"}");
    }

    @Test
    void controlCharactersAreWrittenAsRfc8785Says() {
        assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\"/")).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\"");
    }
}
