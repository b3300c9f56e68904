package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, 2.1: a leaf is H(0x00, bytes), a node H(0x01, left, right), and n leaves split at the greatest power
 * of two below n. Nodes are looked up in a {@link Nodes} by level and place; only full ones are there.
 */
public final class MerkleTree {
    /** The full nodes: at level k, place i stands for the leaves i·2^k … (i+1)·2^k − 1. */
    public interface Nodes {
        byte[] get(int level, long place);
    }

    private final HashKind hash;
    private final Nodes nodes;

    public MerkleTree(HashKind hash, Nodes nodes) {
        this.hash = hash;
        this.nodes = nodes;
    }

    /** The root over the first so many leaves. */
    public byte[] root(long size) {
        return size == 0 ? hash.empty() : over(0, size);
    }

    /** The sibling hashes of a leaf in the tree of the first {@code size} leaves, from the leaf up (RFC 6962, 2.1.1). */
    public List<byte[]> path(long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException(index + " of " + size);
        List<byte[]> path = new ArrayList<>();
        collect(index, 0, size, path);
        return path;
    }

    private void collect(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) return;
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            collect(index, from, middle, path);
            path.add(over(middle, to));
        } else {
            collect(index, middle, to, path);
            path.add(over(from, middle));
        }
    }

    /** That the tree of the first {@code first} leaves is the beginning of that of {@code second} (RFC 6962, 2.1.2). */
    public List<byte[]> consistency(long first, long second) {
        if (first < 1 || first > second) throw new IllegalArgumentException(first + " of " + second);
        List<byte[]> path = new ArrayList<>();
        subproof(first, 0, second, true, path);
        return path;
    }

    private void subproof(long first, long from, long to, boolean whole, List<byte[]> path) {
        if (first == to) {
            if (!whole) path.add(over(from, to));
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (first <= middle) {
            subproof(first, from, middle, whole, path);
            path.add(over(middle, to));
        } else {
            subproof(first, middle, to, false, path);
            path.add(over(from, middle));
        }
    }

    private byte[] over(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0)
            return nodes.get(Long.numberOfTrailingZeros(width), from / width);
        long middle = from + Long.highestOneBit(width - 1);
        return hash.node(over(from, middle), over(middle, to));
    }
}
