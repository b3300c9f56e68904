package org.cuntu.core.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cel.common.CelValidationException;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.TestRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression that would take the server down is refused at the start, or leaves its rule undecided. */
class HostileExpressionsTest {
    private static final Facts ONE_PIECE =
            new Facts(500, 10_000, List.of(new SelectedPiece(500, Map.of("DKBH", "A-1"))), 500, 1, Project.UNKNOWN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pieces[0].area",
                "pieces[0].fields.DKBH",
                "dyn(1)",
                "['ab'].map(s, s + s).size() > 0",
                "[[1]].map(l, l + l).size() > 0",
                "['ab'].map(s, s.replace('', s)).size() > 0",
                "['ab'].map(s, [s, s].join(s)).size() > 0",
                "'%s%s'.format(['ab', 'ab']) == ''",
                "java.lang.System == 1",
                "pieces[0].fields.getClass() == 1"
            })
    void doesNotCompile(String when) {
        assertThatExceptionOfType(CelValidationException.class).isThrownBy(() -> compile(when));
    }

    @Test
    void nestedTooDeepDoesNotCompile() {
        assertThatExceptionOfType(CelValidationException.class)
                .isThrownBy(() -> compile("(".repeat(100) + "true" + ")".repeat(100)));
        assertThatExceptionOfType(CelValidationException.class).isThrownBy(() -> compile("!".repeat(5_000) + "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'.matches('(((a{30}){30}){30})')",
                "dyn('ab') + dyn('ab') == 'abab'",
                "dyn([1]) + dyn([1]) == [1, 1]",
                "pieces[7].area > 0",
                "pieces[0].fields.NOPE == 'x'",
                "1 / (count - 1) > 0",
                "ha(99999999999999) > 1"
            })
    void isUndecided(String when) throws CelValidationException {
        Rule.Tests tests = compile(when);

        assertThatExceptionOfType(Rule.Undecided.class).isThrownBy(() -> tests.when(ONE_PIECE));
    }

    @Test
    void loopsInLoopsEndByTheirBudget() throws CelValidationException {
        String ten = "[1,2,3,4,5,6,7,8,9,10].all(";
        String when = ten + "a, " + ten + "b, " + ten + "c, " + ten + "d, " + ten + "e, " + ten + "f, true))))))";
        Rule.Tests tests = compile(when);

        assertThatExceptionOfType(Rule.Undecided.class).isThrownBy(() -> tests.when(ONE_PIECE));
    }

    @Test
    void sumsOfNumbersAreStillSums() throws CelValidationException {
        assertThat(compile("area + 1 == 501 && 0.5 + 0.5 == 1.0").when(ONE_PIECE))
                .isTrue();
    }

    private static Rule.Tests compile(String when) throws CelValidationException {
        CelTests.Sources sources = new CelTests.Sources("true", "true", when);
        return CelTests.compile("r", sources, TestRegister.CITY.get("KGDK").schema(), Map.of());
    }
}
