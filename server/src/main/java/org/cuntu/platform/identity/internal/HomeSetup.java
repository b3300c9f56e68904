package org.cuntu.platform.identity.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.FirstPersons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first persons of a home. */
@Component
class HomeSetup implements FirstPersons {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final List<String> ADMINISTRATORS = List.of("system-admin", "security-admin", "audit-admin");

    private final JdbcClient jdbc;
    private final AccountTable accounts;
    private final DbAccounts maker;
    private final Passwords passwords;
    private final Roles roles;
    private final CitySignIn rules;
    private final ProofLog proof;
    private final CityClock clock;
    private final SecureRandom random = new SecureRandom();

    HomeSetup(
            JdbcClient jdbc,
            AccountTable accounts,
            DbAccounts maker,
            Passwords passwords,
            Roles roles,
            CitySignIn rules,
            ProofLog proof,
            CityClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.maker = maker;
        this.passwords = passwords;
        this.roles = roles;
        this.rules = rules;
        this.proof = proof;
        this.clock = clock;
    }

    private record Kept(String hash, Instant until) {}

    /** Somebody of the first three. */
    record Person(String id, String name, String unit) {}

    /** With the password for the first sign-in, shown once. */
    record Made(String id, String name, String role, String password) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    @Override
    @Transactional
    public Optional<Code> newCode() {
        if (!accounts.isEmpty()) return Optional.empty();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) text.append('-');
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Instant until = clock.now().plus(rules.now().setup());
        jdbc.sql("delete from home_setup").update();
        jdbc.sql("insert into home_setup (id, code_hash, until) values (1, :hash, :until)")
                .param("hash", hash(text.toString()))
                .param("until", DbTime.of(until))
                .update();
        return Optional.of(new Code(text.toString(), until));
    }

    /** Whether the home waits for its first persons. */
    boolean isOpen() {
        return kept().isPresent() && accounts.isEmpty();
    }

    /**
     * Makes the three administrators, three persons, and makes the code worth nothing.
     *
     * @param three of system, security and audit, in this order
     */
    @Transactional
    public List<Made> found(String code, List<Person> three) {
        Kept kept = jdbc.sql("select code_hash, until from home_setup where id = 1 for update")
                .query((row, n) -> new Kept(row.getString("code_hash"), DbTime.read(row, "until")))
                .optional()
                .orElse(null);
        boolean right = kept != null
                && MessageDigest.isEqual(hash(code).getBytes(), kept.hash.getBytes())
                && kept.until.isAfter(clock.now())
                && accounts.isEmpty();
        if (!right) throw new ProblemAnswer(403, Problem.refused("identity.setup-code", Problem.Place.UNKNOWN));
        Set<String> ids = new HashSet<>();
        three.forEach(person -> ids.add(person.id()));
        if (three.size() != ADMINISTRATORS.size() || ids.size() != three.size())
            throw new InputRefused(Problem.refused("identity.setup-three", Problem.Place.UNKNOWN));
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < three.size(); i++) made.add(make(three.get(i), ADMINISTRATORS.get(i)));
        jdbc.sql("delete from home_setup").update();
        proof.append(new ProofAct("setup", "identity:home:found", String.join(" ", ids), null));
        return made;
    }

    private Made make(Person person, String role) {
        String password = passwords.oneTime();
        maker.create(
                new Accounts.NewAccount(person.id(), person.name(), person.unit(), List.of(role), password, false),
                roles.whole(),
                true);
        return new Made(person.id(), person.name(), role, password);
    }

    private Optional<Kept> kept() {
        return jdbc.sql("select code_hash, until from home_setup where id = 1")
                .query((row, n) -> new Kept(row.getString("code_hash"), DbTime.read(row, "until")))
                .optional();
    }

    private static String hash(String code) {
        return Hashed.sha256(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
