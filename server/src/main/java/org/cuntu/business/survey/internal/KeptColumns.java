package org.cuntu.business.survey.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes and reads columns of numbers and words, length first. */
final class KeptColumns {
    private static final int MOST = 1 << 28;

    private KeptColumns() {}

    static void write(DataOutputStream out, int[] column) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * column.length);
        bytes.asIntBuffer().put(column);
        out.writeInt(column.length);
        out.write(bytes.array());
    }

    static void write(DataOutputStream out, long[] column) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * column.length);
        bytes.asLongBuffer().put(column);
        out.writeInt(column.length);
        out.write(bytes.array());
    }

    static void write(DataOutputStream out, String[] words) throws IOException {
        out.writeInt(words.length);
        for (String word : words) out.writeUTF(word);
    }

    static int[] ints(DataInputStream in) throws IOException {
        int[] column = new int[length(in)];
        ByteBuffer.wrap(in.readNBytes(4 * column.length)).asIntBuffer().get(column);
        return column;
    }

    static long[] longs(DataInputStream in) throws IOException {
        long[] column = new long[length(in)];
        ByteBuffer.wrap(in.readNBytes(8 * column.length)).asLongBuffer().get(column);
        return column;
    }

    static String[] words(DataInputStream in) throws IOException {
        String[] words = new String[length(in)];
        for (int i = 0; i < words.length; i++) words[i] = in.readUTF();
        return words;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) throw new IOException("a damaged length " + length);
        return length;
    }
}
