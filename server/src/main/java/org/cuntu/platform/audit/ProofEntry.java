package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the proof log.
 *
 * @param leaf SHA-256 of 0x00 and the canonical bytes, hexadecimal
 * @param body the canonical bytes as text: RFC 8785 JSON
 * @param index the place in the tree; null while the sequencer has not come to it
 */
public record ProofEntry(
        UUID id,
        String leaf,
        String body,
        ProofAct act,
        Instant at,
        @Nullable Long index) {}
