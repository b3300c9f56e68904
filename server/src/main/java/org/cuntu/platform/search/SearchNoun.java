package org.cuntu.platform.search;

import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;

/** One kind of thing that the box finds: features, reviews, coordinates, later cases. A bean; thread safe. */
public interface SearchNoun {
    /** The noun's name in answers and in the token table. */
    String noun();

    /** The permission to see such things; who does not hold it finds none. */
    String permission();

    SearchFound find(Asked asked);

    /**
     * What is asked.
     *
     * @param text as typed, stripped, not empty
     * @param asOf T, ISO date; null: today
     * @param known K, as {@code Baselines.resolve} takes it; null: all that is known
     * @param limit at most so many hits of this noun
     * @param user who asks
     */
    record Asked(
            SearchText text,
            @Nullable String asOf,
            @Nullable String known,
            int limit,
            User user) {}
}
