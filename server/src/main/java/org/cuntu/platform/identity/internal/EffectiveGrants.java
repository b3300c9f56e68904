package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cuntu.platform.identity.Duty;
import org.cuntu.platform.identity.Grant;
import org.springframework.stereotype.Component;

/**
 * Which roles a person holds at a day: own ones, those of the posts, those lent by somebody in use. What was lent is not lent on.
 * Fails closed: should roles of two duties meet all the same, those of an administrator do not hold.
 */
@Component
class EffectiveGrants {
    private final GrantTable grants;
    private final HoldingTable holdings;
    private final DelegationTable delegations;
    private final AccountTable accounts;
    private final Roles roles;

    EffectiveGrants(
            GrantTable grants,
            HoldingTable holdings,
            DelegationTable delegations,
            AccountTable accounts,
            Roles roles) {
        this.grants = grants;
        this.holdings = holdings;
        this.delegations = delegations;
        this.accounts = accounts;
        this.roles = roles;
    }

    List<Grant> at(String account, LocalDate day) {
        List<Grant> held = own(account, dated -> dated.holds(day)).stream()
                .flatMap(row -> roles.find(row.role()).stream()
                        .map(role -> new Grant(role.id(), role.permissions(), row.part(), null)))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        for (DelegationTable.Row lent : delegations.listTo(account))
            if (lent.dated().holds(day)) held.addAll(lent(lent, day));
        return apart(held);
    }

    private List<Grant> lent(DelegationTable.Row lent, LocalDate day) {
        if (accounts.find(lent.giver()).filter(AccountRow::enabled).isEmpty()) return List.of();
        return own(lent.giver(), dated -> dated.holds(day)).stream()
                .filter(row -> lent.roles().contains(row.role()))
                .flatMap(row -> roles.find(row.role()).stream()
                        .map(role -> new Grant(role.id(), role.permissions(), row.part(), lent.giver())))
                .toList();
    }

    private List<Grant> apart(List<Grant> held) {
        Set<Duty> duties = duties(held.stream().map(Grant::role).toList());
        if (duties.size() < 2) return held;
        return held.stream().filter(grant -> duty(grant) == Duty.BUSINESS).toList();
    }

    private Duty duty(Grant grant) {
        return roles.get(grant.role()).duty();
    }

    /** The rows by which a person has roles of their own at days of a kind: given to the person, or to a post held then. */
    private List<GrantTable.Row> own(String account, Predicate<Dated> when) {
        List<GrantTable.Row> rows = new ArrayList<>();
        for (GrantTable.Row row : grants.listOf(account)) if (when.test(row.dated())) rows.add(row);
        for (HoldingTable.Row holding : holdings.listOf(account)) {
            if (!when.test(holding.dated())) continue;
            for (GrantTable.Row row : grants.listOf(holding.unit(), holding.post()))
                if (when.test(row.dated())) rows.add(row);
        }
        return rows;
    }

    /** The roles that a person has today or will have, by whatever way; what is over does not count. */
    Set<String> rolesFrom(String account, LocalDate day) {
        Predicate<Dated> notOver = dated -> !dated.isOver(day);
        Set<String> held = own(account, notOver).stream().map(GrantTable.Row::role).collect(Collectors.toSet());
        for (DelegationTable.Row lent : delegations.listTo(account))
            if (notOver.test(lent.dated())) held.addAll(lent.roles());
        return held;
    }

    /** A person's own roles today or later, those of posts among them; what was lent to the person is not. */
    Set<String> ownFrom(String account, LocalDate day) {
        return own(account, dated -> !dated.isOver(day)).stream()
                .map(GrantTable.Row::role)
                .collect(Collectors.toSet());
    }

    private Set<Duty> duties(List<String> ids) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        duties.addAll(roles.duties(ids));
        return duties;
    }
}
