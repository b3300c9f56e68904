package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process ends right after a submission came in; the next one on the same home takes it all the way. */
class GoesOnAfterACrashTest extends Intakes {
    @TempDir
    Path home;

    private TestApplication running;

    @Override
    TestApplication application() {
        return running;
    }

    @Test
    void theSubmissionIsTakenToItsReview() {
        running = start(home, false, List.of("cuntu.tasks.run=false"));
        onlyTownships();
        Submission submission = as("city", () -> submissions()
                .create(order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));
        running.close();

        running = start(home, false, List.of());

        assertThat(settled(submission).state()).isEqualTo(State.REVIEWING);
        running.close();
    }
}
