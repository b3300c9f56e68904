package org.cuntu.platform.identity.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;

/** Whom a subject means: a person by the account's id, or all who hold a post, {@code unit/post}, now or later. */
@Component
class Holders {
    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final Organisation organisation;
    private final CityClock clock;

    Holders(AccountTable accounts, HoldingTable holdings, Organisation organisation, CityClock clock) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.organisation = organisation;
        this.clock = clock;
    }

    Set<String> accounts(String subject) {
        String[] post = subject.split("/", 2);
        if (post.length == 1) return Set.of(subject);
        return holdings.listOf(post[0], post[1]).stream()
                .filter(row -> !row.dated().isOver(clock.today()))
                .map(HoldingTable.Row::account)
                .collect(Collectors.toSet());
    }

    /** @throws InputRefused {@code identity.unknown-account}, {@code identity.unknown-post} */
    void refuseUnknown(String subject) {
        String[] post = subject.split("/", 2);
        if (post.length == 2) refuseUnknown(post[0], post[1]);
        else if (accounts.find(subject).isEmpty())
            throw new InputRefused(
                    Problem.refused("identity.unknown-account", Problem.Place.UNKNOWN, "id", subject));
    }

    void refuseUnknown(String unit, String post) {
        boolean known = organisation.findUnit(unit, clock.today()).isPresent()
                && organisation.listPosts().stream().anyMatch(each -> each.id().equals(post));
        if (!known)
            throw new InputRefused(Problem.refused(
                    "identity.unknown-post", Problem.Place.UNKNOWN, "unit", unit, "post", post));
    }
}
