package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Duty;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/** Accounts as users with the roles of today. What was computed is kept until the account's stamp or the day changes. */
@Component
class People {
    private final AccountTable accounts;
    private final EffectiveGrants effective;
    private final Roles roles;
    private final CityClock clock;
    private final Map<String, Held> kept = new ConcurrentHashMap<>();

    People(AccountTable accounts, EffectiveGrants effective, Roles roles, CityClock clock) {
        this.accounts = accounts;
        this.effective = effective;
        this.roles = roles;
        this.clock = clock;
    }

    private record Held(int stamp, LocalDate day, List<Grant> grants) {}

    /** One that is enabled. */
    Optional<User> find(String id) {
        return accounts.find(id).filter(AccountRow::enabled).map(this::user);
    }

    User user(AccountRow row) {
        LocalDate today = clock.today();
        Held held = kept.get(row.id());
        if (held == null || held.stamp != row.stamp() || !held.day.equals(today)) {
            held = new Held(row.stamp(), today, effective.at(row.id(), today));
            kept.put(row.id(), held);
        }
        return new User(row.id(), row.name(), row.unit(), held.grants);
    }

    boolean isAdministrator(User user) {
        return roles.duties(user.roles()).stream().anyMatch(Duty::isAdministrator);
    }
}
