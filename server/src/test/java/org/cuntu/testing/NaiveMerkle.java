package org.cuntu.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** RFC 6962, 2.1 and 2.1.1, with SM3, written down as they stand there and without looking at the product's own tree. */
public final class NaiveMerkle {
    private NaiveMerkle() {}

    /** MTH({d}) = SM3(0x00 || d) */
    public static byte[] leaf(String body) {
        return sm3((byte) 0, body.getBytes(StandardCharsets.UTF_8));
    }

    /** MTH(D[n]) = SM3(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two smaller than n */
    public static byte[] root(List<String> bodies) {
        int n = bodies.size();
        if (n == 1) return leaf(bodies.getFirst());
        int k = split(n);
        return sm3((byte) 1, root(bodies.subList(0, k)), root(bodies.subList(k, n)));
    }

    /** PATH(m, D[n]), hexadecimal */
    public static List<String> path(int m, List<String> bodies) {
        int n = bodies.size();
        if (n == 1) return List.of();
        int k = split(n);
        boolean left = m < k;
        List<String> path = new ArrayList<>(left ? path(m, bodies.subList(0, k)) : path(m - k, bodies.subList(k, n)));
        path.add(hex(root(left ? bodies.subList(k, n) : bodies.subList(0, k))));
        return path;
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }

    private static byte[] sm3(byte first, byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        digest.update(first);
        for (byte[] part : parts) digest.update(part, 0, part.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
