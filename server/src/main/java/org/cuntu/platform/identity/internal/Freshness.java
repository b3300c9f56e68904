package org.cuntu.platform.identity.internal;

import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in proves it once more; wrong guesses count as they do at the sign-in. */
@Component
class Freshness {
    private final SignInCheck check;
    private final SignInTable table;
    private final CityClock clock;

    Freshness(SignInCheck check, SignInTable table, CityClock clock) {
        this.check = check;
        this.table = table;
        this.clock = clock;
    }

    @Transactional(noRollbackFor = ProblemAnswer.class)
    public void prove(String password, @Nullable String code) {
        Present present = SignedIn.present()
                .orElseThrow(
                        () -> new ProblemAnswer(401, Problem.refused("http.sign-in-first", Problem.Place.UNKNOWN)));
        check.pass(present.user().id(), password, code, "identity:session:refresh");
        table.fresh(present.signIn(), clock.now());
    }
}
