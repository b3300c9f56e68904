package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.RunFile;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-ins (会话): a browser's session holds a random text, the table its hash. One is dead when it was idle or open for too
 * long, when the account was taken out of use or may do something else than when it opened, or when it was ended; then it
 * is so at the next request on every node, whatever the servlet container still holds.
 */
@Component
class SignIns {
    private static final String TOKEN = "cuntu.sign-in";
    /** What is seen is written once a minute at most. */
    private static final Duration SEEN = Duration.ofMinutes(1);
    /** What a page asks for by itself, to follow a progress, keeps nobody's session alive. */
    private static final String BY_ITSELF = "X-Cuntu-Background";

    private final SignInTable table;
    private final AccountTable accounts;
    private final SecondFactors factors;
    private final People people;
    private final CitySignIn rules;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    SignIns(
            SignInTable table,
            AccountTable accounts,
            SecondFactors factors,
            People people,
            CitySignIn rules,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.accounts = accounts;
        this.factors = factors;
        this.people = people;
        this.rules = rules;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Opens one in a new session of the browser: what was known before the sign-in is worth nothing after it. */
    Present open(HttpServletRequest request, String account, String factor) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            end(request, "out");
            old.invalidate();
        }
        String token = RunFile.newToken();
        request.getSession(true).setAttribute(TOKEN, token);
        return Objects.requireNonNull(transaction.execute(status -> {
            AccountRow row = accounts.lock(account).orElseThrow();
            Instant now = clock.now();
            endTooMany(row);
            SignInTable.Row opened = new SignInTable.Row(
                    Hashed.sha256(token),
                    account,
                    now,
                    now,
                    now,
                    row.stamp(),
                    factor,
                    cut(request.getRemoteAddr(), 64),
                    cut(request.getHeader("User-Agent"), 300),
                    null,
                    null);
            table.add(opened);
            return present(opened, row);
        }));
    }

    private void endTooMany(AccountRow account) {
        List<SignInTable.Row> open = table.listOpen(account.id()).stream()
                .filter(each -> whyDead(each, account).isEmpty())
                .toList();
        int most = rules.now().session().atOnce();
        for (SignInTable.Row each : open.subList(Math.min(open.size(), most - 1), open.size())) end(each, "more");
    }

    /** The sign-in behind a request; one that is found dead is ended. */
    Optional<Present> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) return Optional.empty();
        SignInTable.Whose found = table.findWhose(Hashed.sha256(token)).orElse(null);
        if (found == null) {
            session.invalidate();
            return Optional.empty();
        }
        SignInTable.Row row = found.row();
        AccountRow account = found.account();
        String why = whyDead(row, account).orElse(null);
        if (why != null) {
            if (row.endedAt() == null) transaction.executeWithoutResult(status -> end(row, why));
            session.invalidate();
            return Optional.empty();
        }
        Instant now = clock.now();
        boolean used = request.getHeader(BY_ITSELF) == null;
        if (used && row.seenAt().plus(SEEN).isBefore(now))
            transaction.executeWithoutResult(status -> table.seen(row.id(), now));
        return Optional.of(present(row, account));
    }

    private Optional<String> whyDead(SignInTable.Row row, AccountRow account) {
        if (row.endedAt() != null) return Optional.of("ended");
        if (!account.enabled() || account.stamp() != row.stamp()) return Optional.of("account");
        SignInRules.Session limits = rules.now().session();
        Instant now = clock.now();
        if (row.openedAt().plus(limits.longest()).isBefore(now)) return Optional.of("limit");
        Duration idle = people.isAdministrator(people.user(account)) ? limits.administratorIdle() : limits.idle();
        return row.seenAt().plus(idle).isBefore(now) ? Optional.of("idle") : Optional.empty();
    }

    private Present present(SignInTable.Row row, AccountRow account) {
        User user = people.user(account);
        return new Present(user, row.id(), row.freshAt(), pending(account, user, row.factor()));
    }

    private Present.@Nullable Pending pending(AccountRow account, User user, String factor) {
        if (account.demo()) return null;
        Instant set = account.passwordSetAt() == null ? account.createdAt() : account.passwordSetAt();
        boolean old = set.plus(rules.now().password().age()).isBefore(clock.now());
        // whoever vouched for the person has asked for the second factor as it thinks right
        if (factor.equals("certificate") || factor.equals("openid")) return null;
        if (account.mustChange() || old) return Present.Pending.PASSWORD;
        boolean asked =
                switch (rules.now().secondFactor()) {
                    case EVERYBODY -> true;
                    case ADMINISTRATORS -> people.isAdministrator(user);
                    case NOBODY -> false;
                };
        return asked && factors.since(account.id()).isEmpty() ? Present.Pending.SECOND_FACTOR : null;
    }

    /** Ends the request's own. */
    void end(HttpServletRequest request, String why) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) return;
        table.find(Hashed.sha256(token))
                .filter(row -> row.endedAt() == null)
                .ifPresent(row -> transaction.executeWithoutResult(status -> end(row, why)));
    }

    /** Ends one, with its entry of the proof log; in the caller's transaction. */
    void end(SignInTable.Row row, String why) {
        table.end(row.id(), clock.now(), why);
        String act = why.equals("out") ? "identity:session:close" : "identity:session:end";
        String object = why.equals("out") ? row.account() : row.account() + " " + why;
        proof.append(new ProofAct(row.account(), act, object, null));
    }

    private static String cut(@Nullable String text, int longest) {
        String given = text == null ? "" : text;
        return given.substring(0, Math.min(given.length(), longest));
    }
}
