package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.cuntu.platform.proof.HashKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of the proof log.
 *
 * @param leaf the hash of 0x00 and the canonical bytes, hexadecimal
 * @param body the canonical bytes as text: RFC 8785 JSON
 * @param act its personal values are those that are not erased
 * @param hash of the leaf
 * @param index the number in the whole log; null while the sequencer has not come to it
 */
public record ProofEntry(
        UUID id,
        String leaf,
        String body,
        ProofAct act,
        Instant at,
        HashKind hash,
        @Nullable Long index) {}
