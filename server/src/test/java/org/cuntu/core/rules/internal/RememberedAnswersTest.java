package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cel.common.CelValidationException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.Rule;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.junit.jupiter.api.Test;

/** An expression's answers are kept by what it names: an answer to one thing must not be given to another. */
class RememberedAnswersTest {
    private static final LayerSchema LAYER = new LayerSchema(
            "X",
            LayerKind.DISJOINT,
            List.of(
                    new Field("CODE", Field.Type.TEXT, "编码", "code"),
                    new Field("RATIO", Field.Type.DECIMAL, "比例", "ratio")),
            null,
            null);

    private static Rule.Tests where(String where, Map<String, Object> settings) throws CelValidationException {
        return CelTests.compile("r", new CelTests.Sources("true", where, "area > 0"), LAYER, settings);
    }

    private static Map<String, Object> fields(String code, String ratio) {
        Map<String, Object> fields = new HashMap<>(Map.of("CODE", code));
        if (ratio != null) fields.put("RATIO", new BigDecimal(ratio));
        return fields;
    }

    @Test
    void eachValueHasItsOwnHoweverOftenItIsAsked() throws CelValidationException {
        Rule.Tests tests = where("CODE.startsWith('01') && project.purpose != '07'", Map.of());
        Project dwelling = new Project("", "07", "", null, List.of());

        for (int i = 0; i < 3; i++) {
            assertThat(tests.where(fields("0101", null), Project.UNKNOWN)).isTrue();
            assertThat(tests.where(fields("0201", null), Project.UNKNOWN)).isFalse();
            assertThat(tests.where(fields("0101", null), dwelling)).isFalse();
        }
    }

    @Test
    void whatCannotBeToldStaysSoAndOthersCan() throws CelValidationException {
        Rule.Tests tests = where("RATIO > 0.5", Map.of());

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(Rule.Undecided.class)
                    .isThrownBy(() -> tests.where(fields("0101", null), Project.UNKNOWN));
            assertThat(tests.where(fields("0101", "0.6"), Project.UNKNOWN)).isTrue();
            assertThat(tests.where(fields("0101", "0.4"), Project.UNKNOWN)).isFalse();
        }
    }

    @Test
    void theSameWordsWithAnotherSettingHaveAnotherAnswer() throws CelValidationException {
        String source = "RATIO > setting('most')";
        Rule.Tests strict = where(source, Map.of("most", 0.3));
        Rule.Tests mild = where(source, Map.of("most", 0.9));

        for (int i = 0; i < 2; i++) {
            assertThat(strict.where(fields("0101", "0.6"), Project.UNKNOWN)).isTrue();
            assertThat(mild.where(fields("0101", "0.6"), Project.UNKNOWN)).isFalse();
        }
    }
}
