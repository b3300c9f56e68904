package org.cuntu.platform.identity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: hashed slowly with their own salt, strong enough, not a former one (等保三级 8.1.4.1). Thread safe. */
@Component
class Passwords {
    /** bcrypt takes no more bytes. */
    private static final int LONGEST = 72;

    /** Without what is easily mistaken: 0 O 1 l I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final JdbcClient jdbc;
    private final CitySignIn rules;
    private final CityClock clock;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final SecureRandom random = new SecureRandom();
    private final Set<String> weak = weak();
    /** Compared against when there is no such account, so that the answer takes as long. */
    private final String nobody = encoder.encode("nobody has this password");

    Passwords(JdbcClient jdbc, CitySignIn rules, CityClock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Takes as long when there is no account. */
    boolean matches(String password, @Nullable String hash) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return encoder.matches(fits ? password : "", hash == null ? nobody : hash) && fits;
    }

    /** @throws InputRefused {@code identity.password-length} */
    void checkLength(String password) {
        int shortest = rules.now().password().shortest();
        if (password.codePointCount(0, password.length()) < shortest
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST)
            throw refused("identity.password-length", "least", shortest, "most", LONGEST);
    }

    /** @throws InputRefused when it is too short or long, of too few kinds of characters, or among those that all try first */
    void checkStrength(String password, String account, String name) {
        checkLength(password);
        int wanted = rules.now().password().classes();
        if (kinds(password) < wanted) throw refused("identity.password-kinds", "kinds", wanted);
        String small = password.toLowerCase(Locale.ROOT);
        String bare = small.replaceAll("[^a-z]", "");
        boolean known = weak.contains(small) || weak.contains(bare);
        boolean named = small.contains(account.toLowerCase(Locale.ROOT))
                || name.length() > 1 && small.contains(name.toLowerCase(Locale.ROOT));
        boolean same = password.chars().distinct().count() < 5;
        if (known || named || same) throw refused("identity.password-weak");
    }

    private static int kinds(String password) {
        return (int) List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
                .filter(kind -> java.util.regex.Pattern.compile(kind).matcher(password).find())
                .count();
    }

    /** @throws InputRefused {@code identity.password-again} when it is the present one or one of the last */
    void checkNew(AccountRow account, String password) {
        int history = rules.now().password().history();
        List<String> former = jdbc.sql("""
                select hash from password_history where account = :account
                order by set_at desc fetch first :history rows only""")
                .param("account", account.id())
                .param("history", history)
                .query(String.class)
                .list();
        boolean again = matches(password, account.hash()) || former.stream().anyMatch(hash -> matches(password, hash));
        if (again) throw refused("identity.password-again", "history", history);
    }

    /** Notes the present one among the former; in the caller's transaction. */
    void keepFormer(AccountRow account) {
        jdbc.sql("insert into password_history (id, account, hash, set_at) values (:id, :account, :hash, :at)")
                .param("id", UUID.randomUUID())
                .param("account", account.id())
                .param("hash", account.hash())
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    /** One for a first sign-in: sixteen letters and digits of three kinds, in fours. */
    String oneTime() {
        while (true) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                if (i > 0 && i % 4 == 0) text.append('-');
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            if (kinds(text.toString()) == 4) return text.toString();
        }
    }

    private static Set<String> weak() {
        try (InputStream file = Passwords.class.getResourceAsStream("/identity/weak-passwords.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
