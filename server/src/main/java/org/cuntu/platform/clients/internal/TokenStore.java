package org.cuntu.platform.clients.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of tokens, inside the caller's transaction. */
@Component
class TokenStore {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token that was given.
     *
     * @param client as it is now, without its secrets
     */
    record Row(MachineClient client, List<String> scopes, Instant issuedAt, Instant expiresAt) {}

    /** Tokens of the day before yesterday go when a new one comes. */
    void add(String hash, String client, UUID secret, Iterable<String> scopes, Instant issued, Instant expires) {
        jdbc.sql("delete from client_token where expires_at < :old")
                .param("old", DbTime.of(issued.minus(KEPT)))
                .update();
        jdbc.sql("""
                insert into client_token (hash, client, secret, scopes, issued_at, expires_at)
                values (:hash, :client, :secret, :scopes, :issued, :expires)""")
                .param("hash", hash)
                .param("client", client)
                .param("secret", secret)
                .param("scopes", String.join(" ", scopes))
                .param("issued", DbTime.of(issued))
                .param("expires", DbTime.of(expires))
                .update();
    }

    void revoke(String hash, Instant at) {
        jdbc.sql("update client_token set revoked_at = :at where hash = :hash and revoked_at is null")
                .param("at", DbTime.of(at))
                .param("hash", hash)
                .update();
    }

    /** The token, when it, its secret and its client all serve at this moment. */
    Optional<Row> findGood(String hash, Instant now) {
        return jdbc.sql("""
                select c.*, t.scopes as token_scopes, t.issued_at, t.expires_at as token_expires_at
                from client_token t
                join client_secret s on s.id = t.secret
                join machine_client c on c.id = t.client
                where t.hash = :hash and t.revoked_at is null and t.expires_at > :now
                  and (s.valid_until is null or s.valid_until > :now)
                  and c.revoked_at is null and c.expires_at > :now""")
                .param("hash", hash)
                .param("now", DbTime.of(now))
                .query((row, n) -> new Row(
                        ClientStore.client(row, List.of()),
                        ClientStore.words(row.getString("token_scopes")),
                        DbTime.read(row, "issued_at"),
                        DbTime.read(row, "token_expires_at")))
                .optional();
    }
}
