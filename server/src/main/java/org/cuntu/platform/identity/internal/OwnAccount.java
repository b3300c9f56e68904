package org.cuntu.platform.identity.internal;

import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the own account: password, second factor, sign-ins. Each is one entry of the proof log. */
@Component
class OwnAccount {
    private final AccountTable table;
    private final SignInTable signIns;
    private final SignIns sessions;
    private final SignInCheck check;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final ProofLog proof;
    private final CityClock clock;

    OwnAccount(
            AccountTable table,
            SignInTable signIns,
            SignIns sessions,
            SignInCheck check,
            Passwords passwords,
            SecondFactors factors,
            ProofLog proof,
            CityClock clock) {
        this.table = table;
        this.signIns = signIns;
        this.sessions = sessions;
        this.check = check;
        this.passwords = passwords;
        this.factors = factors;
        this.proof = proof;
        this.clock = clock;
    }

    /** The old password is asked for, and wrong ones count; every other sign-in of the account ends. */
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public void changePassword(Present present, String old, String wanted) {
        String id = present.user().id();
        check.passPassword(id, old);
        AccountRow row = table.lock(id).orElseThrow();
        passwords.checkStrength(wanted, id, row.name());
        passwords.checkNew(row, wanted);
        passwords.keepFormer(row);
        table.setPassword(id, passwords.hash(wanted), false, clock.now());
        goOn(present);
        note(id, "identity:password:change", id);
    }

    /** The present sign-in lives on although the account changed. */
    private void goOn(Present present) {
        int stamp = table.find(present.user().id()).orElseThrow().stamp();
        signIns.keep(present.signIn(), stamp);
        signIns.fresh(present.signIn(), clock.now());
    }

    @Transactional
    public SecondFactors.Begun beginSecondFactor(Present present) {
        String id = present.user().id();
        table.lock(id);
        SecondFactors.Begun begun = factors.begin(id);
        note(id, "identity:factor:begin", id);
        return begun;
    }

    /** The first right code makes it count; the answer are the recovery codes, shown once. */
    @Transactional
    public List<String> confirmSecondFactor(Present present, String code) {
        String id = present.user().id();
        table.lock(id);
        if (!factors.confirm(id, code))
            throw new InputRefused(Problem.refused("identity.code-not-right", Problem.Place.UNKNOWN));
        note(id, "identity:factor:confirm", id);
        return factors.newRecoveryCodes(id);
    }

    @Transactional
    public List<String> newRecoveryCodes(Present present) {
        String id = present.user().id();
        table.lock(id);
        if (factors.since(id).isEmpty())
            throw new InputRefused(Problem.refused("identity.factor-missing", Problem.Place.UNKNOWN));
        note(id, "identity:factor:recover", id);
        return factors.newRecoveryCodes(id);
    }

    /** Ends one of the own sign-ins. */
    @Transactional
    public void endSignIn(Present present, String id) {
        SignInTable.Row row = signIns.listOpen(present.user().id()).stream()
                .filter(each -> each.id().startsWith(id) && id.length() >= 12)
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-session"));
        sessions.end(row, "ended");
    }

    private void note(String actor, String act, String object) {
        proof.append(new ProofAct(actor, act, object, null));
    }
}
