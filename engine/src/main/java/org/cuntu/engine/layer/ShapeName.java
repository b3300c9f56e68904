package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The SHA-256 of all that a shape's areas are reckoned from: its rings, their corners, the latitude that it counts from, and the version
 * of the format, by which its running sums are rounded.
 */
final class ShapeName {
    private ShapeName() {}

    static byte[] of(Shapes shapes, int shape, int version) {
        MessageDigest digest = Sha256.digest();
        ByteBuffer number = ByteBuffer.allocate(2 * Double.BYTES);
        int end = shapes.firstRing(shape + 1);
        digest.update(
                number.putInt(0, shapes.reference(shape)).putInt(4, version).array());
        for (int ring = shapes.firstRing(shape); ring < end; ring++) {
            int last = shapes.firstPoint(ring + 1);
            number.putInt(0, last - shapes.firstPoint(ring)).putInt(4, shapes.isShell(ring) ? 1 : 0);
            digest.update(number.array());
            for (int point = shapes.firstPoint(ring); point < last; point++)
                digest.update(number.putDouble(0, shapes.x(point))
                        .putDouble(Double.BYTES, shapes.y(point))
                        .array());
        }
        return digest.digest();
    }
}
