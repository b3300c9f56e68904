package org.cuntu.platform.identity.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Duty;
import org.springframework.stereotype.Component;

/**
 * Keeps a person's roles within one duty (三员分立, 等保三级 8.1.4.2). Each change of what somebody holds goes through here, in
 * its transaction: checked first, then written to {@code account_duty}, where the database keeps it once more. Also what
 * people may do has changed then, so their sign-ins end.
 */
@Component
class Separation {
    private final EffectiveGrants effective;
    private final GrantTable grants;
    private final AccountTable accounts;
    private final Roles roles;
    private final CityClock clock;

    Separation(EffectiveGrants effective, GrantTable grants, AccountTable accounts, Roles roles, CityClock clock) {
        this.effective = effective;
        this.grants = grants;
        this.accounts = accounts;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Refuses more roles for a person when they would not be of one duty.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code identity.roles-apart}
     */
    void check(String account, Collection<String> more) {
        Set<String> all = new HashSet<>(effective.rolesFrom(account, clock.today()));
        all.addAll(more);
        roles.refuseApart(all);
    }

    /** After a change of what these persons hold. */
    void settle(List<String> changed) {
        for (String account : changed) {
            accounts.lock(account);
            Set<String> held = effective.rolesFrom(account, clock.today());
            roles.refuseApart(held);
            grants.setDuties(account, roles.duties(held).stream().map(Duty::code).toList());
        }
        accounts.raiseStamps(changed);
    }

    /** Whether a person is, or will be, one of the three administrators. */
    boolean isAdministrator(String account) {
        return roles.duties(effective.rolesFrom(account, clock.today())).stream().anyMatch(Duty::isAdministrator);
    }
}
