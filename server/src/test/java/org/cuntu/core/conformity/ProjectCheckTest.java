package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.cuntu.core.conformity.internal.ProjectCheck;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;

class ProjectCheckTest {
    @Test
    void wordsThatNobodyKnowsAreRefusedTogether() {
        var refused = catchThrowableOfType(
                InputRefused.class, () -> ProjectCheck.check(project("construction", "1", "county")));

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("review.purpose", "review.kind", "review.level");
    }

    @Test
    void aProjectOfWhichNothingIsKnownIsTaken() {
        assertThatCode(() -> ProjectCheck.check(Project.UNKNOWN)).doesNotThrowAnyException();
    }

    @Test
    void aBatchOfIndustryIsTaken() {
        assertThatCode(() -> ProjectCheck.check(project("batch", "1001", "ordinary")))
                .doesNotThrowAnyException();
    }

    private static Project project(String kind, String purpose, String level) {
        return new Project(kind, purpose, level, null, List.of());
    }
}
