package org.cuntu.platform.identity.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.DemoMark;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DbAccounts implements Accounts, DemoMark {
    private static final String ID = "[a-z0-9][a-z0-9.-]{1,63}";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 72;

    private final JdbcClient jdbc;
    private final Roles roles;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Settings.SignIn limits;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    /** Compared against when there is no such account, so that the answer takes as long. */
    private final String nobody = encoder.encode("nobody has this password");

    DbAccounts(JdbcClient jdbc, Roles roles, ProofLog proof, CurrentActor actor, CityClock clock, Settings settings) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.limits = settings.signIn();
    }

    private record Row(
            User user,
            String hash,
            boolean demo,
            boolean enabled,
            int failures,
            @Nullable Instant lockedUntil) {}

    @Override
    @Transactional
    public User create(NewAccount account) {
        check(account);
        jdbc.sql("""
                insert into account (id, name, unit, password_hash, roles, demo, enabled, failures, created_at)
                values (:id, :name, :unit, :hash, :roles, :demo, true, 0, :at)""")
                .param("id", account.id())
                .param("name", account.name())
                .param("unit", account.unit())
                .param("hash", encoder.encode(account.password()))
                .param("roles", String.join(",", account.roles()))
                .param("demo", account.demo())
                .param("at", DbTime.of(clock.now()))
                .update();
        proof.append(new ProofAct(actor.id(), "identity:account:create", account.id(), null));
        return find(account.id()).orElseThrow();
    }

    private void check(NewAccount account) {
        int length = account.password().getBytes(StandardCharsets.UTF_8).length;
        if (!account.id().matches(ID) || account.id().equals(CurrentActor.LOCAL))
            throw refused("identity.account-id", "id", account.id());
        if (row(account.id()).isPresent()) throw refused("identity.account-exists", "id", account.id());
        if (length < SHORTEST || length > LONGEST)
            throw refused("identity.password-length", "least", SHORTEST, "most", LONGEST);
        for (String role : account.roles())
            if (!roles.isKnown(role)) throw refused("identity.unknown-role", "role", role, "nearest", "-");
        roles.conflict(account.roles()).ifPresent(both -> {
            throw refused("identity.roles-apart", "roles", String.join(", ", both));
        });
    }

    @Override
    public Optional<User> find(String id) {
        return row(id).filter(Row::enabled).map(Row::user);
    }

    @Override
    public List<User> listAll() {
        return jdbc.sql("select * from account order by id").query(this::read).list().stream()
                .map(Row::user)
                .toList();
    }

    /** The failure is counted although the answer is an exception. */
    @Override
    @Transactional(noRollbackFor = ProblemAnswer.class)
    public User signIn(String id, String password) {
        // one guess at an account at a time, so that the count is right
        Row row = id.matches(ID) ? rowForUpdate(id) : null;
        boolean right = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && encoder.matches(password, row == null ? nobody : row.hash());
        Instant now = clock.now();
        boolean locked =
                row != null && row.lockedUntil() != null && row.lockedUntil().isAfter(now);
        if (row == null || !right || locked || !row.enabled()) {
            if (row != null && !locked) countFailure(row, now);
            String known = row == null ? "unknown" : row.user().id();
            proof.append(new ProofAct(known, "identity:session:refuse", known, null));
            throw new ProblemAnswer(401, Problem.refused("identity.sign-in", Problem.Place.UNKNOWN));
        }
        jdbc.sql("update account set failures = 0, locked_until = null where id = :id")
                .param("id", id)
                .update();
        proof.append(new ProofAct(id, "identity:session:open", id, null));
        return row.user();
    }

    private @Nullable Row rowForUpdate(String id) {
        return jdbc.sql("select * from account where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional()
                .orElse(null);
    }

    private void countFailure(Row row, Instant now) {
        int failures = row.failures() + 1;
        boolean lock = failures >= limits.failures();
        jdbc.sql("update account set failures = :failures, locked_until = :until where id = :id")
                .param("failures", lock ? 0 : failures)
                .param(
                        "until",
                        lock ? DbTime.of(now.plus(limits.lockedFor())) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", row.user().id())
                .update();
    }

    @Override
    @Transactional
    public void disable(String id) {
        jdbc.sql("update account set enabled = false where id = :id")
                .param("id", id)
                .update();
        proof.append(new ProofAct(actor.id(), "identity:account:disable", id, null));
    }

    @Override
    public Optional<String> found() {
        long demo = jdbc.sql("select count(*) from account where demo = true")
                .query(Long.class)
                .single();
        return demo == 0 ? Optional.empty() : Optional.of(demo + " demo accounts");
    }

    private Optional<Row> row(String id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private Row read(ResultSet row, int number) throws SQLException {
        String text = row.getString("roles");
        List<String> held = text.isEmpty() ? List.of() : List.of(text.split(","));
        User user = new User(
                row.getString("id"), row.getString("name"), row.getString("unit"), held, roles.permissions(held));
        return new Row(
                user,
                row.getString("password_hash"),
                row.getBoolean("demo"),
                row.getBoolean("enabled"),
                row.getInt("failures"),
                DbTime.find(row, "locked_until"));
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
