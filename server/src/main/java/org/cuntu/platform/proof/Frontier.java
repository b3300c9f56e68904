package org.cuntu.platform.proof;

import org.jspecify.annotations.Nullable;

/**
 * The right edge of a growing tree: one full node for each bit of its size. Appending a leaf makes at most one node a level,
 * and the root is had without a look at what lies behind. Used by one thread.
 */
public final class Frontier {
    /** Told of every full node above the leaves, once, when it is made. */
    public interface Made {
        void node(int level, long place, byte[] hash);
    }

    private final HashKind hash;
    private final byte[] @Nullable [] edge = new byte[64][];
    private long size;

    public Frontier(HashKind hash) {
        this.hash = hash;
    }

    /** The edge of a tree that is there already. */
    public static Frontier of(HashKind hash, long size, MerkleTree.Nodes nodes) {
        Frontier made = new Frontier(hash);
        made.size = size;
        for (int level = 0; level < 63; level++)
            if ((size >> level & 1) == 1) made.edge[level] = nodes.get(level, (size >> level) - 1);
        return made;
    }

    public Frontier copy() {
        Frontier made = new Frontier(hash);
        made.size = size;
        System.arraycopy(edge, 0, made.edge, 0, edge.length);
        return made;
    }

    public long size() {
        return size;
    }

    public void append(byte[] leaf, Made made) {
        append(leaf, null, made);
    }

    /** @param parent of the leaf before and this one, when somebody has made it already and this place is odd */
    void append(byte[] leaf, byte @Nullable [] parent, Made made) {
        byte[] node = leaf;
        int level = 0;
        for (long place = size; (place & 1) == 1; place >>= 1) {
            node = level == 0 && parent != null ? parent : hash.node(at(level), node);
            edge[level++] = null;
            made.node(level, place >> 1, node);
        }
        edge[level] = node;
        size++;
    }

    public void append(byte[] leaf) {
        append(leaf, (level, place, node) -> {});
    }

    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < 63; level++) {
            if ((size >> level & 1) == 0) continue;
            root = root == null ? at(level) : hash.node(at(level), root);
        }
        return root == null ? hash.empty() : root;
    }

    private byte[] at(int level) {
        byte[] node = edge[level];
        if (node == null) throw new IllegalStateException("no node at level " + level + " of " + size);
        return node;
    }
}
