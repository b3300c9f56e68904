package org.cuntu.platform.clients;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered machine client.
 *
 * @param id given by the installation, never twice: {@code mc-} and ten letters
 * @param revokedAt when it was taken out of use; null: it was not
 * @param lastUsedAt its newest request, to the minute; null: none yet
 * @param secrets those that still serve, newest first
 */
public record MachineClient(
        String id,
        ClientTerms terms,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt,
        List<Secret> secrets) {
    public MachineClient {
        secrets = List.copyOf(secrets);
    }

    /** What is known of a secret; never the secret. validUntil: null until it is rotated. */
    public record Secret(
            Instant madeAt, String madeBy, @Nullable Instant validUntil) {}

    /** ACTIVE 使用中, EXPIRED 已到期, REVOKED 已吊销. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) return State.REVOKED;
        return terms.expiresAt().isAfter(now) ? State.ACTIVE : State.EXPIRED;
    }

    /** Who it is in the proof log and wherever an account's id would stand; no account has such an id. */
    public String caller() {
        return PREFIX + id;
    }

    /** What the ids of callers begin with that are machine clients. */
    public static final String PREFIX = "client:";
}
