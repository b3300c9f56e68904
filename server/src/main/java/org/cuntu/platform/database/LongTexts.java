package org.cuntu.platform.database;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Texts of any length, on either database: compressed and cut into pieces of at most 64 KiB, so that no row and no page grows
 * with them. Takes part in the caller's transaction. Thread safe.
 */
public final class LongTexts {
    static final int PIECE_BYTES = 1 << 16;

    private final JdbcClient jdbc;

    public LongTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a text under a name of at most 120 characters, in place of what was kept there.
     *
     * @param id what it belongs to, such as {@code review/r-12345678/canonical}
     */
    public void put(String id, String text) {
        remove(id);
        try (OutputStream out = new GZIPOutputStream(new Pieces(id), 1 << 13)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> find(String id) {
        List<byte[]> pieces = jdbc.sql("select bytes from long_text where id = :id order by piece")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .list();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(text(pieces));
    }

    /** Nothing happens when nothing is kept there. */
    public void remove(String id) {
        jdbc.sql("delete from long_text where id = :id").param("id", id).update();
    }

    private static String text(List<byte[]> pieces) {
        List<InputStream> parts =
                pieces.stream().<InputStream>map(ByteArrayInputStream::new).toList();
        try (InputStream in = new GZIPInputStream(new SequenceInputStream(Collections.enumeration(parts)), 1 << 13)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept text is damaged", e);
        }
    }

    /** Writes a row each time a piece is full, and the rest when it is closed. */
    private final class Pieces extends OutputStream implements Closeable {
        private final String id;
        private final byte[] piece = new byte[PIECE_BYTES];
        private int filled;
        private int written;

        Pieces(String id) {
            this.id = id;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            for (int done = 0; done < count; ) {
                int step = Math.min(count - done, PIECE_BYTES - filled);
                System.arraycopy(bytes, from + done, piece, filled, step);
                filled += step;
                done += step;
                if (filled == PIECE_BYTES) row();
            }
        }

        @Override
        public void close() {
            if (filled > 0) row();
        }

        private void row() {
            jdbc.sql("insert into long_text (id, piece, bytes) values (:id, :piece, :bytes)")
                    .param("id", id)
                    .param("piece", written++)
                    .param("bytes", Arrays.copyOf(piece, filled))
                    .update();
            filled = 0;
        }
    }
}
