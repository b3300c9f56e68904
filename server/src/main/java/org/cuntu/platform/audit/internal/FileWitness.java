package org.cuntu.platform.audit.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cuntu.platform.audit.WitnessChannel;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;

/**
 * A file outside the database to which heads are only ever added, one a line; each line bears the hash of the line before.
 * Best on a disk where this machine may add and not change.
 */
final class FileWitness implements WitnessChannel {
    private static final int LAST = 1 << 14;

    private final Path file;

    FileWitness(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public String target() {
        return file.toString();
    }

    @Override
    public synchronized String hand(SignedHead head, ProofKey key) throws IOException {
        Path folder = file.getParent();
        if (folder != null) Files.createDirectories(folder);
        Map<String, Object> tree = new LinkedHashMap<>(ProofJson.of(head));
        tree.put("publicKey", ProofJson.of(key));
        tree.put("before", last().map(FileWitness::hashed).orElse(""));
        String line = ProofJson.line(tree);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
            return "byte " + channel.size() + ", line SHA-256 " + hashed(line);
        }
    }

    private static String hashed(String line) {
        return HashKind.SHA_256.plain(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The last head that the file holds. */
    Optional<SignedHead> newest() throws IOException {
        try {
            return last().map(line -> ProofJson.head(ProofJson.read(line)));
        } catch (RuntimeException e) {
            throw new IOException("the last line of the witness's file is no head", e);
        }
    }

    private Optional<String> last() throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(LAST, in.length());
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            String line = text.substring(text.lastIndexOf('\n') + 1);
            return line.isEmpty() ? Optional.empty() : Optional.of(line);
        }
    }
}
