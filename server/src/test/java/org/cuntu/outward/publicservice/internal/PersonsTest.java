package org.cuntu.outward.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;

/** Numbers of persons and units; all are made up. */
class PersonsTest {
    @Test
    void exactlyOneCheckDigitFits() {
        assertThat(IntStream.range(0, 11)
                        .filter(i -> Persons.isIdentityNumber("45022119800101101" + "0123456789X".charAt(i)))
                        .count())
                .isEqualTo(1);
    }

    /** The example of GB 11643-1999, annex. */
    @Test
    void theExampleOfTheStandardFits() {
        assertThat(Persons.isIdentityNumber("11010519491231002X")).isTrue();
        assertThat(Persons.isIdentityNumber("110105194912310021")).isFalse();
        assertThat(Persons.isIdentityNumber("11010519491231002x")).isFalse();
    }

    @Test
    void exactlyOneCheckCharacterOfACreditCodeFits() {
        String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        assertThat(IntStream.range(0, characters.length())
                        .filter(i -> Persons.isCreditCode("91450200MA5KABCD1" + characters.charAt(i)))
                        .count())
                .isEqualTo(1);
        assertThat(Persons.isCreditCode("91450200IOSVZ00000")).isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsField() {
        InputRefused refused =
                catchThrowableOfType(InputRefused.class, () -> Persons.check("natural", " ", "1", "12345"));
        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("publicservice.name", "publicservice.identity-number", "publicservice.phone");
        assertThat(refused.problems())
                .extracting(problem -> problem.place().file())
                .containsExactly("applicant.name", "applicant.idNumber", "applicant.phone");
    }

    @Test
    void whatFitsPasses() {
        assertThatCode(() -> Persons.check("natural", "甲", "11010519491231002X", "13800000000"))
                .doesNotThrowAnyException();
    }
}
