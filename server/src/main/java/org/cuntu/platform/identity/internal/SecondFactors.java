package org.cuntu.platform.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Second factors: a secret in the person's authenticator, sealed in the database, and recovery codes for the day when the
 * telephone is lost, kept as hashes. A code is taken once: its time step must be newer than the last one taken. What writes
 * is called in a transaction that holds the account's row.
 */
@Component
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    /** Clocks of telephones differ: one step before and after. */
    private static final long WINDOW = 1;

    private static final long NONE = -1;

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private final JdbcClient jdbc;
    private final HomeKey key;
    private final CityClock clock;
    private final CityFolder city;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, HomeKey key, CityClock clock, CityFolder city) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
        this.city = city;
    }

    /** @param uri otpauth://, for the QR code */
    record Begun(String secret, String uri) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Begun";
        }
    }

    private record Row(
            @Nullable String secret,
            @Nullable String next,
            @Nullable Instant since,
            long lastStep) {}

    /** Since when the account has one; empty while none is confirmed. */
    Optional<Instant> since(String account) {
        return row(account).map(Row::since);
    }

    /** A new secret, which counts from the first right code on; one that is confirmed stays until then. */
    Begun begin(String account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = Totp.base32(secret);
        String sealed = key.seal(text, place(account));
        int there = jdbc.sql("update second_factor set new_secret = :next where account = :account")
                .param("next", sealed)
                .param("account", account)
                .update();
        if (there == 0)
            jdbc.sql("insert into second_factor (account, new_secret, last_step) values (:account, :next, 0)")
                    .param("account", account)
                    .param("next", sealed)
                    .update();
        String issuer = URLEncoder.encode("寸土 " + city.zh(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Begun(
                text,
                "otpauth://totp/" + issuer + ":" + account + "?secret=" + text + "&issuer=" + issuer
                        + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=30");
    }

    /** The first right code: from now on the new one is asked for. */
    boolean confirm(String account, String code) {
        Row row = row(account).orElse(null);
        if (row == null || row.next == null) return false;
        long step = step(row.next, account, code, 0);
        if (step == NONE) return false;
        jdbc.sql("""
                update second_factor set secret = new_secret, new_secret = null, since = :now, last_step = :step
                where account = :account""")
                .param("now", DbTime.of(clock.now()))
                .param("step", step)
                .param("account", account)
                .update();
        return true;
    }

    /** Takes a code of the authenticator, once. */
    boolean takes(String account, String code) {
        Row row = row(account).orElse(null);
        if (row == null || row.secret == null) return false;
        long step = step(row.secret, account, code, row.lastStep);
        if (step == NONE) return false;
        jdbc.sql("update second_factor set last_step = :step where account = :account")
                .param("step", step)
                .param("account", account)
                .update();
        return true;
    }

    /** The time step that a code is of, newer than the last one taken; {@link #NONE} when it is of none. */
    private long step(String sealed, String account, String code, long last) {
        String digits = code.replace(" ", "");
        if (digits.length() != Totp.DIGITS) return NONE;
        byte[] secret = Totp.bytes(key.open(sealed, place(account)));
        long now = Totp.step(clock.now());
        for (long step = now - WINDOW; step <= now + WINDOW; step++)
            if (step > last && same(Totp.code(secret, step, Totp.DIGITS, Totp.ALGORITHM), digits)) return step;
        return NONE;
    }

    /** Takes a recovery code, once. */
    boolean takesRecovery(String account, String code) {
        return jdbc.sql("""
                        update recovery_code set used_at = :now
                        where account = :account and hash = :hash and used_at is null""")
                        .param("now", DbTime.of(clock.now()))
                        .param("account", account)
                        .param("hash", hash(account, code))
                        .update()
                == 1;
    }

    /** New recovery codes; the old ones are no more. Shown once. */
    List<String> newRecoveryCodes(String account) {
        jdbc.sql("delete from recovery_code where account = :account")
                .param("account", account)
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = letters(5) + "-" + letters(5);
            codes.add(code);
            jdbc.sql("insert into recovery_code (account, hash, used_at) values (:account, :hash, :never)")
                    .param("account", account)
                    .param("hash", hash(account, code))
                    .param("never", null, Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
        return codes;
    }

    int countRecoveryCodes(String account) {
        return jdbc.sql("select count(*) from recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** Takes it away, with its recovery codes. */
    void remove(String account) {
        for (String table : List.of("second_factor", "recovery_code"))
            jdbc.sql("delete from " + table + " where account = :account")
                    .param("account", account)
                    .update();
    }

    private Optional<Row> row(String account) {
        return jdbc.sql("select secret, new_secret, since, last_step from second_factor where account = :account")
                .param("account", account)
                .query((row, n) ->
                        new Row(
                                row.getString("secret"),
                                row.getString("new_secret"),
                                DbTime.find(row, "since"),
                                row.getLong("last_step")))
                .optional();
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    private static String place(String account) {
        return "second_factor.secret " + account;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String account, String code) {
        return Hashed.sha256(account + " " + code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }
}
