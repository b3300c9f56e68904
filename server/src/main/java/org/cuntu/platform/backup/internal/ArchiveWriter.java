package org.cuntu.platform.backup.internal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.platform.backup.ArchiveKey;

/** Writes an archive: a ZIP, sealed; its manifest last. On the disk for good when closed. */
final class ArchiveWriter implements AutoCloseable {
    private final FileOutputStream file;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    ArchiveWriter(Path target, ArchiveHeader header, ArchiveKey key) throws IOException {
        file = new FileOutputStream(target.toFile());
        zip = new ZipOutputStream(
                new SealedOutput(new Durable(new BufferedOutputStream(file, Sealing.CHUNK)), header, key));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Flushes to the disk before it closes. */
    private final class Durable extends OutputStream {
        private final OutputStream out;

        private Durable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
            file.getFD().sync();
            out.close();
        }
    }

    /** Hears of every block that is written. */
    interface Progress {
        void more(int bytes);
    }

    /**
     * Adds a file.
     *
     * @param path its name in the archive
     */
    void add(String path, Path source, Progress progress) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] block = new byte[1 << 16];
        long size = 0;
        zip.putNextEntry(new ZipEntry(path));
        try (InputStream in = Files.newInputStream(source)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                zip.write(block, 0, n);
                size += n;
                progress.more(n);
            }
        }
        zip.closeEntry();
        entries.add(new Manifest.Entry(path, size, HexFormat.of().formatHex(digest.digest())));
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.bytes());
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
