package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.DemoMark;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.OtherCallers;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DbAccounts implements Accounts, DemoMark {
    /** Names by which the proof log calls who has no account: nobody signs what they did. */
    private static final Set<String> NOBODYS = Set.of(CurrentActor.LOCAL, "unknown", "setup");

    private final AccountTable table;
    private final GrantTable grants;
    private final Separation separation;
    private final People people;
    private final Passwords passwords;
    private final SignInCheck check;
    private final Roles roles;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final ObjectProvider<OtherCallers> others;

    DbAccounts(
            AccountTable table,
            GrantTable grants,
            Separation separation,
            People people,
            Passwords passwords,
            SignInCheck check,
            Roles roles,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            ObjectProvider<OtherCallers> others) {
        this.others = others;
        this.table = table;
        this.grants = grants;
        this.separation = separation;
        this.people = people;
        this.passwords = passwords;
        this.check = check;
        this.roles = roles;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public User create(NewAccount account) {
        return create(account, roles.whole(), false);
    }

    /** As above, with roles that hold over a part; {@code oneTime}: the password must be changed at the first sign-in. */
    @Transactional
    public User create(NewAccount account, Reach.Part part, boolean oneTime) {
        refuseId(account.id());
        if (account.demo()) passwords.checkLength(account.password());
        else passwords.checkStrength(account.password(), account.id(), account.name());
        account.roles().forEach(roles::get);
        roles.refuseApart(account.roles());
        table.add(
                account.id(),
                account.name(),
                account.unit(),
                passwords.hash(account.password()),
                account.demo(),
                oneTime,
                clock.now());
        proof.append(new ProofAct(actor.id(), "identity:account:create", account.id(), null));
        for (String role : account.roles()) grant(account.id(), role, part);
        if (!account.roles().isEmpty()) separation.settle(List.of(account.id()));
        return people.find(account.id()).orElseThrow();
    }

    private void grant(String account, String role, Reach.Part part) {
        Dated fromToday = new Dated(clock.today(), null);
        grants.add(new GrantTable.Row(
                UUID.randomUUID(), account, null, null, role, part, fromToday, actor.id(), clock.now(), null));
        proof.append(new ProofAct(actor.id(), "identity:role:grant", account + " " + role, null));
    }

    private void refuseId(String id) {
        if (!id.matches(SignInCheck.ID) || NOBODYS.contains(id)) throw refused("identity.account-id", "id", id);
        if (table.find(id).isPresent()) throw refused("identity.account-exists", "id", id);
    }

    @Override
    public Optional<User> find(String id) {
        return people.find(id);
    }

    @Override
    public Optional<String> findName(String id) {
        return table.findName(id).or(() -> others.stream()
                .flatMap(other -> other.findName(id).stream())
                .findFirst());
    }

    @Override
    public List<User> listAll() {
        return table.list().stream().map(people::user).toList();
    }

    @Override
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public User signIn(String id, String password) {
        return signIn(id, password, null);
    }

    @Override
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public User signIn(String id, String password, @Nullable String code) {
        return people.user(
                check.pass(id, password, code, "identity:session:open").account());
    }

    @Override
    @Transactional
    public void disable(String id) {
        table.setEnabled(id, false, clock.now());
        table.raiseStamps(List.of(id));
        proof.append(new ProofAct(actor.id(), "identity:account:disable", id, null));
    }

    @Override
    public Optional<String> found() {
        long demo = table.countDemo();
        return demo == 0 ? Optional.empty() : Optional.of(demo + " demo accounts");
    }

    /** Roles of an account that an earlier version wrote, as grants over the whole city. */
    @Transactional
    public void take(String account, List<String> held) {
        LocalDate today = clock.today();
        for (String role : held)
            grants.add(new GrantTable.Row(
                    UUID.randomUUID(),
                    account,
                    null,
                    null,
                    role,
                    roles.whole(),
                    new Dated(today, null),
                    CurrentActor.LOCAL,
                    clock.now(),
                    null));
        separation.settle(List.of(account));
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
