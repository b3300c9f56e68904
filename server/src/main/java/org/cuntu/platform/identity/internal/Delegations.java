package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * AB角: a person lends some of the own roles to another for some days. What was lent is not lent on, and not what would make
 * the taker one of the administrators beside another duty. The roles hold as the giver's do, on the same ground.
 */
@Component
class Delegations {
    private final DelegationTable table;
    private final AccountTable accounts;
    private final EffectiveGrants effective;
    private final Separation separation;
    private final CitySignIn rules;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    Delegations(
            DelegationTable table,
            AccountTable accounts,
            EffectiveGrants effective,
            Separation separation,
            CitySignIn rules,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.effective = effective;
        this.separation = separation;
        this.rules = rules;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param dated with its end, which is the first day no more */
    @Transactional
    public DelegationTable.Row lend(String giver, String taker, List<String> roles, Dated dated, String reason) {
        LocalDate today = clock.today();
        boolean there = accounts.find(taker).filter(AccountRow::enabled).isPresent();
        if (!there || taker.equals(giver)) throw refused("identity.delegation-taker", "id", taker);
        Set<String> wanted = new HashSet<>(roles);
        if (wanted.isEmpty() || !effective.ownFrom(giver, today).containsAll(wanted))
            throw refused("identity.delegation-roles");
        LocalDate to = dated.to();
        if (to == null
                || dated.from().isBefore(today)
                || !dated.from().isBefore(to)
                || ChronoUnit.DAYS.between(dated.from(), to) > rules.now().delegationDays())
            throw refused("identity.delegation-days", "most", rules.now().delegationDays());
        if (reason.isBlank() || reason.length() > 500) throw refused("identity.reason", "longest", 500);
        separation.check(taker, wanted);
        DelegationTable.Row row = new DelegationTable.Row(
                UUID.randomUUID(),
                giver,
                taker,
                wanted.stream().sorted().toList(),
                dated,
                reason.strip(),
                actor.id(),
                clock.now());
        table.add(row);
        separation.settle(List.of(taker));
        note("lend", row);
        return row;
    }

    /**
     * Ends one from today on.
     *
     * @param by who may: the giver, the taker; anybody when {@code all}
     */
    @Transactional
    public void end(UUID id, String by, boolean all) {
        DelegationTable.Row row = table.find(id)
                .filter(each -> all || each.giver().equals(by) || each.taker().equals(by))
                .filter(each -> !each.dated().isOver(clock.today()))
                .orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-delegation"));
        table.end(id, clock.today());
        separation.settle(List.of(row.taker()));
        note("end", row);
    }

    private void note(String verb, DelegationTable.Row row) {
        String days = row.dated().from() + "/" + Objects.requireNonNull(row.dated().to());
        String object = row.giver() + " " + row.taker() + " " + String.join(",", row.roles()) + " " + days;
        proof.append(new ProofAct(actor.id(), "identity:delegation:" + verb, object, null));
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
