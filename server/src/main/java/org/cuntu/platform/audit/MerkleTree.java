package org.cuntu.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The tree of RFC 6962, 2.1: a leaf is SHA-256(0x00, bytes), a node SHA-256(0x01, left, right), and n leaves split at the
 * greatest power of two below n. Nodes are looked up in a {@link Nodes} by level and place; only full ones are there.
 */
public final class MerkleTree {
    /** The full nodes: at level k, place i stands for the leaves i·2^k … (i+1)·2^k − 1. */
    public interface Nodes {
        byte[] get(int level, long place);
    }

    private final Nodes nodes;

    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    public static byte[] leaf(byte[] body) {
        return sha256(new byte[] {0}, body, new byte[0]);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** The root over the first so many leaves. */
    public byte[] root(long size) {
        return size == 0 ? sha256(new byte[0], new byte[0], new byte[0]) : hash(0, size);
    }

    /** The sibling hashes of a leaf in the tree of the first {@code size} leaves, from the leaf up. */
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
            path.add(hash(middle, to));
        } else {
            collect(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0)
            return nodes.get(Long.numberOfTrailingZeros(width), from / width);
        long middle = from + Long.highestOneBit(width - 1);
        return node(hash(from, middle), hash(middle, to));
    }

    /** Whether a proof leads from the canonical bytes of an act to its root. Needs nothing else. */
    public static boolean verify(String body, InclusionProof proof) {
        byte[] hash = leaf(body.getBytes(StandardCharsets.UTF_8));
        long place = proof.index();
        long last = proof.size() - 1;
        for (String sibling : proof.path()) {
            byte[] other = HexFormat.of().parseHex(sibling);
            if (last == 0) return false;
            if (place % 2 == 1 || place == last) {
                hash = node(other, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, other);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 && HexFormat.of().formatHex(hash).equals(proof.root());
    }

    private static byte[] sha256(byte[] prefix, byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            digest.update(left);
            digest.update(right);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
