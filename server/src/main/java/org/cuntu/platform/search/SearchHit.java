package org.cuntu.platform.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param noun of {@link SearchNoun#noun()}
 * @param id names it within the noun
 * @param name as its owner wrote it
 * @param en its English name; empty when it has none of its own
 * @param under the divisions it lies in, from the smaller to the larger; or another line that tells it from its namesakes
 * @param code its number or code; empty when it has none
 * @param at longitude and latitude to fly to; null when it has no place
 * @param bounds west, south, east, north, degrees; null when it is a point or has no place
 * @param facts what the page needs to open it, by name
 * @param score the greater the better: {@link SearchText#score}
 */
public record SearchHit(
        String noun,
        String id,
        String name,
        String en,
        String under,
        String code,
        double @Nullable [] at,
        double @Nullable [] bounds,
        Map<String, String> facts,
        int score) {
    public SearchHit {
        facts = Map.copyOf(facts);
    }
}
