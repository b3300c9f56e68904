package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.cuntu.platform.backup.ArchiveKey;

/** Writes header, sealed chunks and the closing mark. Whole only when closed. */
final class SealedOutput extends OutputStream {
    /** The last bytes of every archive that was written to its end. */
    static final byte[] END = "CUNTUEND".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] header;
    private final Sealing sealing;
    private final byte[] chunk = new byte[Sealing.CHUNK];
    private int filled;
    private long number;
    private boolean closed;

    SealedOutput(OutputStream out, ArchiveHeader header, ArchiveKey key) throws IOException {
        this.out = out;
        this.header = header.bytes();
        this.sealing = Sealing.of(header, key);
        out.write(this.header);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            // a full chunk is sealed when more comes: the last one is known only at the end
            if (filled == chunk.length) seal(false);
            int n = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, n);
            filled += n;
            at += n;
            left -= n;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(sealing.chunk(Cipher.ENCRYPT_MODE, number++, last, header).doFinal(chunk, 0, filled));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        seal(true);
        out.write(END);
        out.close();
    }
}
