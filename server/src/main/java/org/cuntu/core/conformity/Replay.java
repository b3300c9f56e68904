package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.conformity.internal.Differences;

/**
 * What a replay found.
 *
 * @param identical whether the canonical result is the same to the byte, by the same version of results
 * @param differences one line a place; empty when identical
 */
public record Replay(boolean identical, List<String> differences) {
    public Replay {
        differences = List.copyOf(differences);
    }

    /** Two canonical texts, compared place by place. */
    public static Replay between(String stored, String now) {
        List<String> differences = Differences.between(stored, now);
        return new Replay(stored.equals(now), differences);
    }
}
