package org.cuntu.platform.proof;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * That one tree is the beginning of another: nothing before was changed, dropped or put in (RFC 6962, 2.1.2).
 *
 * @param first leaves of the earlier tree, at least 1
 * @param second leaves of the later one
 * @param path hexadecimal
 */
public record ConsistencyProof(long first, String firstRoot, long second, String secondRoot, List<String> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** RFC 9162, 2.1.4.2. */
    public boolean holds(HashKind hash) {
        if (first < 1 || first > second) return false;
        if (first == second) return path.isEmpty() && firstRoot.equals(secondRoot);
        if (path.isEmpty()) return false;
        byte[] expected = HexFormat.of().parseHex(firstRoot);
        boolean full = Long.bitCount(first) == 1;
        byte[] earlier = full ? expected : HexFormat.of().parseHex(path.getFirst());
        byte[] later = earlier;
        long place = first - 1;
        long last = second - 1;
        while (place % 2 == 1) {
            place /= 2;
            last /= 2;
        }
        for (String step : path.subList(full ? 0 : 1, path.size())) {
            if (last == 0) return false;
            byte[] node = HexFormat.of().parseHex(step);
            if (place % 2 == 1 || place == last) {
                earlier = hash.node(node, earlier);
                later = hash.node(node, later);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                later = hash.node(later, node);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0
                && Arrays.equals(earlier, expected)
                && Arrays.equals(later, HexFormat.of().parseHex(secondRoot));
    }
}
