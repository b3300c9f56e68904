package org.cuntu.platform.identity.internal;

import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with accounts; each is one entry of the proof log. Who may is said where it is called. */
@Component
class AccountChanges {
    /** An account without roles has no place for them to hold. */
    private static final Reach.Part NOWHERE = new Reach.Part("-", 1);

    private final AccountTable table;
    private final DbAccounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInTable signIns;
    private final HomeKey key;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    AccountChanges(
            AccountTable table,
            DbAccounts accounts,
            Passwords passwords,
            SecondFactors factors,
            SignInTable signIns,
            HomeKey key,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.signIns = signIns;
        this.key = key;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    /** An account without roles; the answer is the password for the first sign-in, shown once. */
    @Transactional
    public String open(String id, String name, String unit) {
        refuseWords(name, unit);
        String password = passwords.oneTime();
        accounts.create(new Accounts.NewAccount(id, name, unit, List.of(), password, false), NOWHERE, true);
        return password;
    }

    @Transactional
    public void rename(String id, String name, String unit) {
        refuseWords(name, unit);
        lock(id);
        table.setPerson(id, name, unit);
        note("identity:account:rename", id);
    }

    /** A one-time password in place of the old one; the second factor goes with it, and all sign-ins end. */
    @Transactional
    public String reset(String id) {
        AccountRow row = lock(id);
        String password = passwords.oneTime();
        passwords.keepFormer(row);
        table.setPassword(id, passwords.hash(password), true, clock.now());
        factors.remove(id);
        note("identity:account:reset", id);
        return password;
    }

    @Transactional
    public void unlock(String id) {
        lock(id);
        table.setFailures(id, 0, null);
        note("identity:account:unlock", id);
    }

    @Transactional
    public void enable(String id) {
        lock(id);
        table.setEnabled(id, true, clock.now());
        table.raiseStamps(List.of(id));
        note("identity:account:enable", id);
    }

    @Transactional
    public void disable(String id) {
        lock(id);
        accounts.disable(id);
    }

    /** Ends the sign-ins of a person. */
    @Transactional
    public void endSignIns(String id) {
        lock(id);
        for (SignInTable.Row each : signIns.listOpen(id)) signIns.end(each.id(), clock.now(), "ended");
        note("identity:session:end", id);
    }

    /** Telephone and identity number, sealed; null: as it is, blank: not known any more. */
    @Transactional
    public void setPersonal(String id, @Nullable String phone, @Nullable String identityNumber) {
        AccountRow row = lock(id);
        table.setPersonal(
                id,
                phone == null ? row.phone() : sealed(phone, "phone", id),
                identityNumber == null ? row.identityNumber() : sealed(identityNumber, "identity", id));
        note("identity:personal:change", id);
    }

    private @Nullable String sealed(String text, String what, String id) {
        return text.isBlank() ? null : key.seal(text.strip(), place(what, id));
    }

    /** Masked, as everybody sees it. */
    @Nullable
    Masked phone(AccountRow row) {
        return row.phone() == null ? null : Masked.phone(key.open(row.phone(), place("phone", row.id())));
    }

    /** Masked, as everybody sees it. */
    @Nullable
    Masked identityNumber(AccountRow row) {
        return row.identityNumber() == null
                ? null
                : Masked.identityNumber(key.open(row.identityNumber(), place("identity", row.id())));
    }

    private static String place(String what, String id) {
        return "account." + what + " " + id;
    }

    AccountRow get(String id) {
        return table.find(id).orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-account", "id", id));
    }

    private AccountRow lock(String id) {
        return table.lock(id).orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-account", "id", id));
    }

    private static void refuseWords(String name, String unit) {
        boolean written = (name + unit).chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > 100 || unit.length() > 200 || !written)
            throw new InputRefused(Problem.refused("identity.name", Problem.Place.UNKNOWN));
    }

    private void note(String act, String id) {
        proof.append(new ProofAct(actor.id(), act, id, null));
    }
}
