package org.cuntu.platform.identity.internal;

import java.time.Instant;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody is who they say: name, password, and the code of the second factor where there is one. Wrong passwords
 * and wrong codes are counted together and lock the account for a while.
 */
@Component
class SignInCheck {
    static final String ID = "[a-z0-9][a-z0-9.-]{1,63}";

    private final AccountTable accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final CitySignIn rules;
    private final ProofLog proof;
    private final CityClock clock;

    SignInCheck(
            AccountTable accounts,
            Passwords passwords,
            SecondFactors factors,
            CitySignIn rules,
            ProofLog proof,
            CityClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.rules = rules;
        this.proof = proof;
        this.clock = clock;
    }

    /** @param factor password, code or recovery */
    record Passed(AccountRow account, String factor) {}

    /**
     * The failure is counted although the answer is an exception.
     *
     * @param act of the proof log for the success: {@code identity:session:open}, {@code identity:session:refresh}
     */
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public Passed pass(String id, String password, @Nullable String code, String act) {
        // one guess at an account at a time, so that the count is right
        AccountRow row = id.matches(ID) ? accounts.lock(id).orElse(null) : null;
        boolean right = passwords.matches(password, row == null ? null : row.hash());
        Instant now = clock.now();
        if (row == null || !right || row.isLocked(now) || !row.enabled() || isForgotten(row, now))
            throw refused(row, now, "identity.sign-in");
        String factor = factors.since(id).isEmpty() ? "password" : factor(row, code, now);
        accounts.setSignedIn(id, now);
        proof.append(new ProofAct(id, act, id, null));
        return new Passed(row, factor);
    }

    /** The password alone, of who is signed in; a wrong one counts. */
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public void passPassword(String id, String password) {
        AccountRow row = accounts.lock(id).orElseThrow();
        Instant now = clock.now();
        if (row.isLocked(now) || !passwords.matches(password, row.hash()))
            throw refused(row, now, "identity.password-wrong");
    }

    private String factor(AccountRow row, @Nullable String code, Instant now) {
        if (code == null || code.isBlank())
            throw new ProblemAnswer(401, Problem.refused("identity.code-needed", Problem.Place.UNKNOWN));
        if (factors.takes(row.id(), code)) return "code";
        if (factors.takesRecovery(row.id(), code)) return "recovery";
        throw refused(row, now, "identity.code-wrong");
    }

    /** Whether nobody has used the account for so long that it does not open by itself any more, by whatever way. */
    boolean isForgotten(AccountRow row, Instant now) {
        return !row.demo() && row.lastUsed().plus(rules.now().unused()).isBefore(now);
    }

    private ProblemAnswer refused(@Nullable AccountRow row, Instant now, String code) {
        if (row != null && !row.isLocked(now)) countFailure(row, now);
        String known = row == null ? "unknown" : row.id();
        proof.append(new ProofAct(known, "identity:session:refuse", known, null));
        return new ProblemAnswer(401, Problem.refused(code, Problem.Place.UNKNOWN));
    }

    private void countFailure(AccountRow row, Instant now) {
        SignInRules.Lock lock = rules.now().lock();
        int failures = row.failures() + 1;
        if (failures < lock.failures()) {
            accounts.setFailures(row.id(), failures, null);
            return;
        }
        accounts.setFailures(row.id(), 0, now.plus(lock.time()));
        proof.append(new ProofAct(row.id(), "identity:account:lock", row.id(), null));
    }
}
