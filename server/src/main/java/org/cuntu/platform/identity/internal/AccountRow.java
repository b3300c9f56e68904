package org.cuntu.platform.identity.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code account}.
 *
 * @param stamp rises with every change of what the person may do
 * @param phone sealed
 * @param identityNumber sealed
 * @param certificate SHA-256 of the client certificate, hexadecimal
 */
record AccountRow(
        String id,
        String name,
        String unit,
        String hash,
        boolean demo,
        boolean enabled,
        int failures,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        boolean mustChange,
        @Nullable Instant passwordSetAt,
        @Nullable Instant signedInAt,
        int stamp,
        @Nullable String phone,
        @Nullable String identityNumber,
        @Nullable String certificate) {
    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** When it was last used, or made. */
    Instant lastUsed() {
        return signedInAt == null ? createdAt : signedInAt;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "AccountRow[" + id + "]";
    }
}
