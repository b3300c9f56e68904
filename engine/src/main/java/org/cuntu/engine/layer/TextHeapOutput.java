package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the texts of all fields, one after another: length, then UTF-8. A field's text is written once and pointed to, as
 * long as the field has at most {@value #MOST} different ones; what comes after that is written each time.
 */
final class TextHeapOutput {
    private static final int MOST = 65_536;
    private static final long LONGEST = 0xFFFF_FFFFL;

    private final SectionOutput out;
    private final long start;

    TextHeapOutput(FileChannel channel, long position) throws IOException {
        out = new SectionOutput(channel, position);
        start = position;
        out.put(0L); // place 0 means null
    }

    Dictionary dictionary() {
        return new Dictionary();
    }

    /** Flushes and gives the heap's length. */
    long finish() throws IOException {
        out.flush();
        return out.position() - start;
    }

    /** The texts that one field has used. */
    final class Dictionary {
        private final Map<String, Integer> places = new HashMap<>();

        /** Where a text stands in the heap: an unsigned 32-bit offset. */
        int place(String text) throws IOException {
            Integer known = places.get(text);
            if (known != null) return known;
            long place = out.position() - start;
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (place + 4 + utf8.length > LONGEST) throw new IOException("more than 4 GB of text in one layer");
            out.put(utf8.length);
            out.put(utf8);
            if (places.size() < MOST) places.put(text, (int) place);
            return (int) place;
        }
    }
}
