package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.platform.identity.Memberships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By the rows of {@code post_holding}. */
@Component
class DbMemberships implements Memberships {
    private final HoldingTable holdings;

    DbMemberships(HoldingTable holdings) {
        this.holdings = holdings;
    }

    @Override
    public Set<String> listUnits(String account, LocalDate day) {
        return holdings.listOf(account).stream()
                .filter(row -> row.dated().holds(day))
                .map(HoldingTable.Row::unit)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> listAccounts(String unit, @Nullable String post, LocalDate day) {
        return holdings.listOfUnit(unit).stream()
                .filter(row ->
                        row.dated().holds(day) && (post == null || row.post().equals(post)))
                .map(HoldingTable.Row::account)
                .collect(Collectors.toSet());
    }
}
