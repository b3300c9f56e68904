package org.cuntu.platform.clients.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.clients.ClientTerms;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of clients and of their secrets, inside the caller's transaction. */
@Component
class ClientStore {
    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A secret's row. */
    record SecretRow(UUID id, String hash, MachineClient.Secret secret) {}

    void add(String id, ClientTerms terms, Instant at, String by) {
        bind(jdbc.sql("""
                insert into machine_client (id, name, unit, purpose, scopes, division, level, quota, addresses,
                    expires_at, created_at, created_by)
                values (:id, :name, :unit, :purpose, :scopes, :division, :level, :quota, :addresses,
                    :expires, :at, :by)"""), terms)
                .param("id", id)
                .param("at", DbTime.of(at))
                .param("by", by)
                .update();
    }

    void change(String id, ClientTerms terms) {
        bind(jdbc.sql("""
                update machine_client set name = :name, unit = :unit, purpose = :purpose, scopes = :scopes,
                    division = :division, level = :level, quota = :quota, addresses = :addresses, expires_at = :expires
                where id = :id"""), terms).param("id", id).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, ClientTerms terms) {
        return sql.param("name", terms.name())
                .param("unit", terms.unit())
                .param("purpose", terms.purpose())
                .param("scopes", String.join(" ", terms.scopes()))
                .param("division", terms.division())
                .param("level", terms.level())
                .param("quota", terms.quota())
                .param("addresses", String.join(" ", terms.addresses()))
                .param("expires", DbTime.of(terms.expiresAt()));
    }

    void revoke(String id, Instant at, String by) {
        jdbc.sql("update machine_client set revoked_at = :at, revoked_by = :by where id = :id")
                .param("at", DbTime.of(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** To the minute: a busy client is not written about at each request. */
    void used(String id, Instant at) {
        jdbc.sql("""
                update machine_client set last_used_at = :at
                where id = :id and (last_used_at is null or last_used_at < :before)""")
                .param("at", DbTime.of(at))
                .param("before", DbTime.of(at.minusSeconds(60)))
                .param("id", id)
                .update();
    }

    UUID addSecret(String client, String hash, Instant at, String by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into client_secret (id, client, hash, made_at, made_by)
                values (:id, :client, :hash, :at, :by)""")
                .param("id", id)
                .param("client", client)
                .param("hash", hash)
                .param("at", DbTime.of(at))
                .param("by", by)
                .update();
        return id;
    }

    /** The secret that is not rotated yet serves until then; those that were, end now. */
    void endSecrets(String client, Instant now, Instant until) {
        jdbc.sql("update client_secret set valid_until = :now where client = :client and valid_until > :now")
                .param("now", DbTime.of(now))
                .param("client", client)
                .update();
        jdbc.sql("update client_secret set valid_until = :until where client = :client and valid_until is null")
                .param("until", DbTime.of(until))
                .param("client", client)
                .update();
    }

    /** Those that serve at this moment, newest first. */
    List<SecretRow> secrets(String client, Instant now) {
        return jdbc.sql("""
                select * from client_secret where client = :client and (valid_until is null or valid_until > :now)
                order by made_at desc, id""")
                .param("client", client)
                .param("now", DbTime.of(now))
                .query((row, n) -> new SecretRow(
                        row.getObject("id", UUID.class),
                        row.getString("hash"),
                        new MachineClient.Secret(
                                DbTime.read(row, "made_at"),
                                row.getString("made_by"),
                                DbTime.find(row, "valid_until"))))
                .list();
    }

    /** Waits for whoever changes the same client. */
    Optional<MachineClient> lock(String id, Instant now) {
        return one("select * from machine_client where id = :id for update", id, now);
    }

    Optional<MachineClient> find(String id, Instant now) {
        return one("select * from machine_client where id = :id", id, now);
    }

    private Optional<MachineClient> one(String sql, String id, Instant now) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> client(row, List.of()))
                .optional()
                .map(client -> withSecrets(client, now));
    }

    List<MachineClient> listAll(Instant now) {
        return jdbc
                .sql("select * from machine_client order by created_at desc, id")
                .query((row, n) -> client(row, List.of()))
                .list()
                .stream()
                .map(client -> withSecrets(client, now))
                .toList();
    }

    private MachineClient withSecrets(MachineClient client, Instant now) {
        if (client.revokedAt() != null) return client;
        return of(
                client,
                secrets(client.id(), now).stream().map(SecretRow::secret).toList());
    }

    private static MachineClient of(MachineClient client, List<MachineClient.Secret> secrets) {
        return new MachineClient(
                client.id(),
                client.terms(),
                client.createdAt(),
                client.createdBy(),
                client.revokedAt(),
                client.revokedBy(),
                client.lastUsedAt(),
                secrets);
    }

    /** Also of a row that is joined with others. */
    static MachineClient client(ResultSet row, List<MachineClient.Secret> secrets) throws SQLException {
        ClientTerms terms = new ClientTerms(
                row.getString("name"),
                row.getString("unit"),
                row.getString("purpose"),
                words(row.getString("scopes")),
                row.getString("division"),
                row.getInt("level"),
                row.getInt("quota"),
                words(row.getString("addresses")),
                DbTime.read(row, "expires_at"));
        return new MachineClient(
                row.getString("id"),
                terms,
                DbTime.read(row, "created_at"),
                row.getString("created_by"),
                DbTime.find(row, "revoked_at"),
                row.getString("revoked_by"),
                DbTime.find(row, "last_used_at"),
                secrets);
    }

    static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
