package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.core.intake.internal.IntakeDoor.Killed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies anywhere on the way leaves nothing half there, and the next one goes on. No task runs by itself here. */
abstract class BrokenOffContract extends Intakes {
    private static final int TRIES = 20;

    @BeforeEach
    void townships() {
        onlyTownships();
    }

    @Test
    void aStepThatIsKilledAtAnyMomentLeavesTheSubmissionWhereItWasAndIsDoneOnceMore() throws IOException {
        Submission submission = created();

        for (State state : List.of(State.READING, State.FITTING, State.CHECKING)) {
            for (int moment = 1; moment <= TRIES; moment++) killed(submission, state, moment);
            assertThat(drafts()).as("%s", state).isEmpty();
            IntakeDoor.run(application(), now(submission), Integer.MAX_VALUE);
        }

        assertThat(now(submission).state()).isEqualTo(State.REVIEWING);
        assertThat(submissions().listSteps(submission))
                .extracting(SubmissionStep::step)
                .containsExactly(
                        SubmissionStep.Step.RECEIVE,
                        SubmissionStep.Step.READ,
                        SubmissionStep.Step.FIT,
                        SubmissionStep.Step.CHECK);
    }

    private void killed(Submission submission, State state, int moment) {
        Submission before = now(submission);
        assertThat(before.state()).isEqualTo(state);
        try {
            IntakeDoor.work(application(), before, moment);
        } catch (Killed e) {
            // as a process that is gone: nothing is written after it
        }
        assertThat(now(submission)).isEqualTo(before);
    }

    @Test
    void aStepThatCannotWriteAllOfItsRowsWritesNone() {
        Submission submission = created();
        for (int step = 0; step < 3; step++) {
            Submission before = now(submission);
            application().without("submission_step", () -> assertThatThrownBy(
                            () -> IntakeDoor.run(application(), before, Integer.MAX_VALUE))
                    .isInstanceOf(RuntimeException.class));
            assertThat(now(submission)).isEqualTo(before);
            IntakeDoor.run(application(), before, Integer.MAX_VALUE);
        }
        as("reviewer", () -> submissions().review(submission.id(), "sound"));
        Submission releasing = as("releaser", () -> submissions().release(submission.id(), "go"));

        application().without("submission_step", () -> assertThatThrownBy(
                        () -> IntakeDoor.run(application(), releasing, Integer.MAX_VALUE))
                .isInstanceOf(RuntimeException.class));

        assertThat(now(submission)).isEqualTo(releasing);
        assertThat(releases().listReleases(LAYER)).isEmpty();
        IntakeDoor.run(application(), releasing, Integer.MAX_VALUE);
        assertThat(now(submission).state()).isEqualTo(State.RELEASED);
        assertThat(inForce(DAY, null)).containsExactly("A a");
    }

    @Test
    void aStepThatIsRunOnceMoreAfterItsEndDoesNothing() {
        Submission submission = created();
        Submission before = now(submission);
        IntakeDoor.run(application(), before, Integer.MAX_VALUE);
        Submission after = now(submission);

        IntakeDoor.run(application(), before, Integer.MAX_VALUE);

        assertThat(now(submission)).isEqualTo(after);
        assertThat(submissions().listSteps(submission)).hasSize(2);
    }

    private Submission created() {
        return as("city", () -> submissions()
                .create(order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> left = java.nio.file.Files.list(application().home().resolve("snapshots/tmp"))) {
            return left.toList();
        }
    }
}
