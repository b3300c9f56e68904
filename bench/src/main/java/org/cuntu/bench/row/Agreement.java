package org.cuntu.bench.row;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether two contenders give the same areas, piece by piece.
 *
 * @param relative tolerated share of a piece
 * @param absolute tolerated m²
 */
record Agreement(double relative, double absolute) {
    /** JTS and GEOS with our own integral (contracts 3). */
    static final Agreement SAME_INTEGRAL = new Agreement(1e-9, 2e-6);
    /** PostGIS in the equal-area projection, densified (contracts 3). */
    static final Agreement EQUAL_AREA = new Agreement(1e-8, 1e-4);

    /** The first pieces that differ by more than is tolerated, in words; null when all agree. */
    @Nullable
    String difference(Map<String, Double> ours, Map<String, Double> theirs) {
        Set<String> keys = new HashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        String first = null;
        int count = 0;
        for (String key : keys) {
            double our = ours.getOrDefault(key, 0.0);
            double their = theirs.getOrDefault(key, 0.0);
            if (StrictMath.abs(our - their) <= relative * StrictMath.max(our, their) + absolute) continue;
            count++;
            if (first == null) first = key + ": " + our + " m² and " + their + " m²";
        }
        return first == null ? null : first + " (" + count + " of " + keys.size() + ")";
    }

    /** Pieces of an answer: site, layer and feature to m². */
    static Map<String, Double> pieces(JsonNode answer) {
        Map<String, Double> pieces = new HashMap<>();
        for (JsonNode piece : answer.get("pieces"))
            pieces.merge(
                    piece.get(0).asInt() + " " + piece.get(1).asInt() + " "
                            + piece.get(2).asInt(),
                    piece.get(3).asDouble(),
                    Double::sum);
        return pieces;
    }
}
