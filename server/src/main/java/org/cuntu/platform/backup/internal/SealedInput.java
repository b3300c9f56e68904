package org.cuntu.platform.backup.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.cuntu.platform.backup.ArchiveKey;

/** Opens chunk after chunk; gives nothing of a chunk whose seal is not right. */
final class SealedInput extends InputStream {
    private final InputStream in;
    private final ArchiveHeader.Read header;
    private final Sealing sealing;
    private final long sealed;
    private byte[] chunk = new byte[0];
    private int at;
    private long number;
    private long read;

    private SealedInput(InputStream in, ArchiveHeader.Read header, Sealing sealing, long sealed) {
        this.in = in;
        this.header = header;
        this.sealing = sealing;
        this.sealed = sealed;
    }

    /** @throws ArchiveFault when it is none of ours, was cut off, or is sealed with another key */
    static SealedInput open(Path archive, ArchiveKey key) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(archive), Sealing.CHUNK);
        try {
            ArchiveHeader.Read header = ArchiveHeader.read(in);
            Sealing sealing = Sealing.of(header.header(), key);
            if (!sealing.check().equals(header.header().check())) throw new ArchiveFault("backup.wrong-key", "-");
            long length = Files.size(archive);
            if (!Arrays.equals(end(archive, length), SealedOutput.END)) throw new ArchiveFault("backup.cut", length);
            return new SealedInput(in, header, sealing, length - header.bytes().length - SealedOutput.END.length);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static byte[] end(Path archive, long length) throws IOException {
        try (var channel = Files.newByteChannel(archive)) {
            var bytes = java.nio.ByteBuffer.allocate(SealedOutput.END.length);
            channel.position(Math.max(0, length - bytes.capacity()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return bytes.array();
        }
    }

    ArchiveHeader header() {
        return header.header();
    }

    /** Bytes of the archive that were read. */
    long position() {
        return header.bytes().length + read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (at == chunk.length) {
            if (read == sealed) return -1;
            next();
        }
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, n);
        at += n;
        return n;
    }

    private void next() throws IOException {
        long left = sealed - read;
        int size = (int) Math.min(left, Sealing.CHUNK + Sealing.TAG);
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) throw new EOFException();
        long place = position();
        try {
            chunk = sealing.chunk(Cipher.DECRYPT_MODE, number++, size == left, header.bytes())
                    .doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new ArchiveFault("backup.damaged", place);
        }
        at = 0;
        read += size;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
