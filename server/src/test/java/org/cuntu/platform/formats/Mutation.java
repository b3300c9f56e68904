package org.cuntu.platform.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** One to four changes of a valid file, of the kinds that hands, lines and disks make, and some that only malice does. */
final class Mutation {
    private static final int[] LENGTHS = {
        0, 1, -1, 2, 4, 7, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00FFFFFF, 0x7FFFFFF0
    };
    private static final String[] TOKENS = {
        "1e999999999", "-", "NaN", "1e400", "null", "[", "]]", "{", "}", "\"", ",", "@", "=", "\n", "\r", "\0", "\uFEFF",
        "\u0001", "99999999999999999999", "0.0000000000000000000001", "面", "🗺", "\"coordinates\":[]", "\"crs\":7,", "J1,1,",
        "*", "((", "))", "POLYGON", "EMPTY", "SRID=1;", ";", "\t", "'", "(1 2,3 4)"
    };

    private final Random random;
    private final byte[][] others;

    /** @param others files of which pieces are spliced in */
    Mutation(long seed, byte[][] others) {
        this.random = new Random(seed);
        this.others = others;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    byte[] of(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 16; n--) bytes = once(bytes);
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length - 8);
        int to = from + 1 + random.nextInt(Math.min(random.nextBoolean() ? 12 : 400, bytes.length - from - 1));
        return switch (random.nextInt(10)) {
            case 0, 1 -> changed(bytes, from, bytes[from] ^ 1 << random.nextInt(8));
            case 2 -> changed(bytes, from, random.nextInt(256));
            case 3, 4 -> length(bytes, from);
            case 5 -> spliced(bytes, from, to, new byte[0]);
            case 6 -> spliced(bytes, to, to, repeated(Arrays.copyOfRange(bytes, from, to)));
            case 7 -> Arrays.copyOf(bytes, from + 4);
            case 8 -> spliced(bytes, from, random.nextBoolean() ? from : to, piece());
            default ->
                spliced(
                        bytes,
                        from,
                        from + random.nextInt(3),
                        TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A number of four or eight bytes, large, small or senseless, either end first. */
    private byte[] length(byte[] bytes, int at) {
        ByteBuffer out = ByteBuffer.wrap(bytes)
                .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int aligned = random.nextBoolean() ? at & ~3 : at;
        switch (random.nextInt(4)) {
            case 0 -> out.putInt(aligned, out.getInt(aligned) + random.nextInt(9) - 4);
            case 1 -> out.putLong(aligned, Double.doubleToLongBits(random.nextBoolean() ? Double.NaN : 1e300));
            case 2 -> out.putShort(aligned, (short) LENGTHS[random.nextInt(LENGTHS.length)]);
            default -> out.putInt(aligned, LENGTHS[random.nextInt(LENGTHS.length)]);
        }
        return bytes;
    }

    private byte[] repeated(byte[] block) {
        byte[] out = new byte[block.length * (1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 3))];
        for (int i = 0; i < out.length; i++) out[i] = block[i % block.length];
        return out;
    }

    private byte[] piece() {
        byte[] other = others[random.nextInt(others.length)];
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, from + random.nextInt(Math.min(64, other.length - from) + 1));
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, Math.min(to, bytes.length), bytes.length - Math.min(to, bytes.length));
        return out.toByteArray();
    }
}
