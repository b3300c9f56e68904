package org.cuntu.platform.proof;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * That a leaf is in the tree (RFC 6962, 2.1.1).
 *
 * @param index the leaf's place in the tree, from 0
 * @param size of the tree whose root this is
 * @param root hexadecimal
 * @param path the sibling hashes, from the leaf up, hexadecimal
 */
public record InclusionProof(long index, long size, String root, List<String> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the proof leads from the canonical body of an act to its root. Needs nothing else. RFC 9162, 2.1.3.2. */
    public boolean holds(HashKind hash, String body) {
        if (index < 0 || index >= size) return false;
        byte[] node = HexFormat.of().parseHex(hash.leaf(body));
        long place = index;
        long last = size - 1;
        for (String sibling : path) {
            byte[] other = HexFormat.of().parseHex(sibling);
            if (last == 0) return false;
            if (place % 2 == 1 || place == last) {
                node = hash.node(other, node);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                node = hash.node(node, other);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(node, HexFormat.of().parseHex(root));
    }
}
