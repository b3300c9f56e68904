package org.cuntu.platform.oversight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unusual acts that a look along the log noticed; the look is made four times a minute on the node that numbers, and each notice is
 * an entry {@code audit:unusual:notice}. Thread safe.
 */
public interface UnusualActs {
    /**
     * The newest first.
     *
     * @param person of this person alone; null: of everybody
     * @param kind of this kind alone; null: of every kind
     */
    List<UnusualAct> listNewest(@Nullable String person, @Nullable UnusualKind kind, int limit);

    /** How many were noticed at an instant or later. */
    long countSince(Instant from);
}
