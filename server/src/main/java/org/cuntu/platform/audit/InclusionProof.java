package org.cuntu.platform.audit;

import java.util.List;

/**
 * That a leaf is in the tree (RFC 6962, 2.1.1): checked with {@link MerkleTree#verify}.
 *
 * @param index the leaf's place, from 0
 * @param size of the tree whose root this is
 * @param root hexadecimal
 * @param path the sibling hashes, from the leaf up, hexadecimal
 */
public record InclusionProof(long index, long size, String root, List<String> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }
}
