package org.cuntu.platform.search;

import java.util.List;

/**
 * What a noun finds.
 *
 * @param hits the best first
 * @param more whether there are more than were asked for
 * @param filling what is not in the index yet, in words that the user knows (codes of layers); empty when all is there
 */
public record SearchFound(List<SearchHit> hits, boolean more, List<String> filling) {
    public static final SearchFound NOTHING = new SearchFound(List.of(), false, List.of());

    public SearchFound {
        hits = List.copyOf(hits);
        filling = List.copyOf(filling);
    }

    public static SearchFound of(List<SearchHit> hits) {
        return new SearchFound(hits, false, List.of());
    }
}
