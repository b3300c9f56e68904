package org.cuntu.platform.identity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts as the pages show them. */
@Component
class AccountViews {
    private final AccountTable accounts;
    private final AccountChanges changes;
    private final GrantTable grants;
    private final HoldingTable holdings;
    private final DelegationTable delegations;
    private final SignInTable signIns;
    private final SecondFactors factors;
    private final Separation separation;
    private final Organisation organisation;
    private final CitySignIn rules;
    private final CityClock clock;

    AccountViews(
            AccountTable accounts,
            AccountChanges changes,
            GrantTable grants,
            HoldingTable holdings,
            DelegationTable delegations,
            SignInTable signIns,
            SecondFactors factors,
            Separation separation,
            Organisation organisation,
            CitySignIn rules,
            CityClock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.grants = grants;
        this.holdings = holdings;
        this.delegations = delegations;
        this.signIns = signIns;
        this.factors = factors;
        this.separation = separation;
        this.organisation = organisation;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param state active, locked, disabled, unused */
    record Line(String id, String name, String unit, String state, @Nullable Instant signedInAt, List<Held> posts) {}

    /** from and to: half-open days. */
    record Held(String id, String unit, String post, LocalDate from, @Nullable LocalDate to) {}

    /** @param by the post it comes by, {@code unit/post}; null: given to the person */
    record Given(
            String id,
            String role,
            String division,
            int level,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String by) {}

    record Lent(
            String id,
            String giver,
            String giverName,
            String taker,
            String takerName,
            List<String> roles,
            LocalDate from,
            LocalDate to,
            String reason) {}

    /** An account as an administrator sees it: personal numbers masked. */
    record Whole(
            Line account,
            @Nullable Masked phone,
            @Nullable Masked identityNumber,
            boolean administrator,
            boolean demo,
            boolean mustChange,
            @Nullable Instant passwordSetAt,
            @Nullable Instant secondFactorSince,
            boolean certificate,
            int openSessions,
            Instant createdAt,
            List<Given> roles,
            List<Lent> lent,
            List<Lent> lends) {}

    /** @param id the beginning of the sign-in's, by which it is ended */
    record Session(
            String id,
            boolean current,
            Instant openedAt,
            Instant seenAt,
            String factor,
            String address,
            String agent) {}

    /** The own account. */
    record Own(
            String id,
            String name,
            String unit,
            List<Held> posts,
            List<Role> roles,
            @Nullable Instant passwordSetAt,
            @Nullable Instant passwordUntil,
            @Nullable Instant secondFactorSince,
            int recoveryCodes,
            boolean certificate,
            List<Session> sessions,
            List<Lent> lent,
            List<Lent> lends,
            Limits limits) {}

    /** @param lentBy null: the own */
    record Role(String role, String division, int level, @Nullable String lentBy) {}

    /** What the pages say of the city's settings. */
    record Limits(
            int shortest, int classes, int history, long idleMinutes, long hours, int sessions, int delegationDays) {}

    List<Line> list() {
        List<HoldingTable.Row> held = holdings.list();
        return accounts.list().stream()
                .map(row -> line(row, held.stream().filter(each -> each.account().equals(row.id())).toList()))
                .toList();
    }

    private Line line(AccountRow row, List<HoldingTable.Row> held) {
        return new Line(
                row.id(),
                row.name(),
                row.unit(),
                state(row),
                row.signedInAt(),
                held.stream()
                        .filter(each -> !each.dated().isOver(clock.today()))
                        .map(AccountViews::held)
                        .toList());
    }

    private String state(AccountRow row) {
        if (!row.enabled()) return "disabled";
        if (row.isLocked(clock.now())) return "locked";
        boolean unused = row.lastUsed().plus(rules.now().unused()).isBefore(clock.now());
        return unused && !row.demo() ? "unused" : "active";
    }

    Whole whole(String id) {
        AccountRow row = changes.get(id);
        return new Whole(
                line(row, holdings.listOf(id)),
                changes.phone(row),
                changes.identityNumber(row),
                separation.isAdministrator(id),
                row.demo(),
                row.mustChange(),
                row.passwordSetAt(),
                factors.since(id).orElse(null),
                row.certificate() != null,
                signIns.listOpen(id).size(),
                row.createdAt(),
                given(id),
                lent(delegations.listTo(id)),
                lent(delegations.listFrom(id)));
    }

    private List<Given> given(String id) {
        List<Given> all = new ArrayList<>();
        for (GrantTable.Row row : grants.listOf(id)) add(row, null, all);
        for (HoldingTable.Row holding : holdings.listOf(id)) {
            if (holding.dated().isOver(clock.today())) continue;
            for (GrantTable.Row row : grants.listOf(holding.unit(), holding.post()))
                add(row, holding.unit() + "/" + holding.post(), all);
        }
        return all;
    }

    private void add(GrantTable.Row row, @Nullable String by, List<Given> all) {
        if (row.dated().isOver(clock.today())) return;
        all.add(new Given(
                row.id().toString(),
                row.role(),
                division(row.part()),
                row.part().level(),
                row.dated().from(),
                row.dated().to(),
                by));
    }

    private String division(Reach.Part part) {
        return organisation.findDivision(part.division()).map(Organisation.Division::code).orElse(part.division());
    }

    Own own(Present present) {
        AccountRow row = changes.get(present.user().id());
        List<Session> sessions = signIns.listOpen(row.id()).stream()
                .filter(each -> each.stamp() == row.stamp())
                .map(each -> new Session(
                        each.id().substring(0, 16),
                        each.id().equals(present.signIn()),
                        each.openedAt(),
                        each.seenAt(),
                        each.factor(),
                        each.address(),
                        each.agent()))
                .toList();
        SignInRules now = rules.now();
        Instant set = row.passwordSetAt();
        return new Own(
                row.id(),
                row.name(),
                row.unit(),
                line(row, holdings.listOf(row.id())).posts(),
                present.user().grants().stream().map(this::role).toList(),
                set,
                set == null || row.demo() ? null : set.plus(now.password().age()),
                factors.since(row.id()).orElse(null),
                factors.countRecoveryCodes(row.id()),
                row.certificate() != null,
                sessions,
                lent(delegations.listTo(row.id())),
                lent(delegations.listFrom(row.id())),
                new Limits(
                        now.password().shortest(),
                        now.password().classes(),
                        now.password().history(),
                        now.session().idle().toMinutes(),
                        now.session().longest().toHours(),
                        now.session().atOnce(),
                        now.delegationDays()));
    }

    private Role role(Grant grant) {
        return new Role(grant.role(), division(grant.part()), grant.part().level(), grant.lentBy());
    }

    private List<Lent> lent(List<DelegationTable.Row> rows) {
        return rows.stream()
                .filter(row -> !row.dated().isOver(clock.today()))
                .map(this::lent)
                .toList();
    }

    Lent lent(DelegationTable.Row row) {
        return new Lent(
                row.id().toString(),
                row.giver(),
                name(row.giver()).orElse(row.giver()),
                row.taker(),
                name(row.taker()).orElse(row.taker()),
                row.roles(),
                row.dated().from(),
                Objects.requireNonNull(row.dated().to()),
                row.reason());
    }

    private Optional<String> name(String account) {
        return accounts.find(account).map(AccountRow::name);
    }

    private static Held held(HoldingTable.Row row) {
        return new Held(
                row.id().toString(),
                row.unit(),
                row.post(),
                row.dated().from(),
                row.dated().to());
    }
}
