package org.cuntu.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class FolderFiles implements Files {
    private static final int NAME = 200;
    /** No keeping takes longer from its content to its row. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Path folder;
    private final Path drafts;
    private final long limit;
    private final JdbcClient jdbc;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final DeletionHold hold;
    /** Between looking whether content is there and using, or removing, it. */
    private final ReentrantLock publishing = new ReentrantLock();

    FolderFiles(
            Home home,
            Settings settings,
            JdbcClient jdbc,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction,
            DeletionHold hold)
            throws IOException {
        this.folder = home.files();
        this.drafts = java.nio.file.Files.createDirectories(folder.resolve("tmp"));
        this.limit = settings.limits().upload().toBytes();
        this.jdbc = jdbc;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
        this.hold = hold;
        removeDrafts();
    }

    /** The home is ours alone, so every draft is one that a crash left. */
    private void removeDrafts() throws IOException {
        try (Stream<Path> left = java.nio.file.Files.list(drafts)) {
            for (Path draft : left.toList()) java.nio.file.Files.delete(draft);
        }
    }

    @Override
    public FileRef keep(InputStream content, String name, String mediaType) throws IOException {
        Path draft = drafts.resolve(UUID.randomUUID().toString());
        try {
            FileRef file = write(draft, content, clean(name, NAME), clean(mediaType, NAME));
            publish(draft, path(file.sha256()));
            transaction.executeWithoutResult(status -> addRow(file));
            return file;
        } finally {
            java.nio.file.Files.deleteIfExists(draft);
        }
    }

    /** Without control characters (PostgreSQL takes no zero), and no longer than the columns; the ending stays. */
    private static String clean(String text, int most) {
        String clean = text.replaceAll("\\p{Cntrl}", "");
        if (clean.length() <= most) return clean;
        int dot = clean.lastIndexOf('.');
        String ending = dot > 0 && clean.length() - dot <= 16 ? clean.substring(dot) : "";
        int head = most - ending.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(head - 1)) ? head - 1 : head) + ending;
    }

    private FileRef write(Path draft, InputStream content, String name, String mediaType) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[1 << 16];
        long size = 0;
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = content.read(block); n >= 0; n = content.read(block)) {
                size += n;
                if (size > limit)
                    throw new InputRefused(
                            Problem.refused("http.too-large", Problem.Place.file(name), "limit", limit >> 20));
                digest.update(block, 0, n);
                ByteBuffer bytes = ByteBuffer.wrap(block, 0, n);
                while (bytes.hasRemaining()) out.write(bytes);
            }
            out.force(true);
        }
        return new FileRef(HexFormat.of().formatHex(digest.digest()), size, name, mediaType);
    }

    private void publish(Path draft, Path target) throws IOException {
        publishing.lock();
        try {
            if (java.nio.file.Files.exists(target))
                java.nio.file.Files.setLastModifiedTime(target, FileTime.from(clock.now()));
            else move(draft, target);
        } finally {
            publishing.unlock();
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        java.nio.file.Files.createDirectories(target.getParent());
        java.nio.file.Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void addRow(FileRef file) {
        String by = actor.id();
        jdbc.sql("""
                insert into kept_file (id, sha256, size, name, media_type, kept_at, kept_by)
                values (:id, :sha256, :size, :name, :type, :at, :by)""")
                .param("id", UUID.randomUUID())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("at", DbTime.of(clock.now()))
                .param("by", by)
                .update();
        proof.append(new ProofAct(by, "files:file:keep", "file of " + file.size() + " bytes", file.sha256())
                .withPersonal("name", file.name()));
    }

    @Override
    public void giveUp(String sha256, String by, Instant at) {
        Optional<UUID> row = jdbc.sql("""
                select id from kept_file where sha256 = :sha256 and kept_by = :by and kept_at <= :at
                order by kept_at desc, id fetch first 1 rows only""")
                .param("sha256", sha256)
                .param("by", by)
                .param("at", DbTime.of(at))
                .query(UUID.class)
                .optional();
        if (row.isEmpty()) return;
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from kept_file where id = :id")
                    .param("id", row.get())
                    .update();
            proof.append(new ProofAct(actor.id(), "files:file:give-up", "file kept until now", sha256));
        });
    }

    @Override
    public boolean removeUnkept(String sha256) throws IOException {
        Path file = path(sha256);
        publishing.lock();
        try {
            if (!java.nio.file.Files.exists(file) || find(sha256).isPresent()) return true;
            Instant used = java.nio.file.Files.getLastModifiedTime(file).toInstant();
            if (hold.isHeld() || used.isAfter(clock.now().minus(UNDER_WAY))) return false;
            java.nio.file.Files.delete(file);
            return true;
        } finally {
            publishing.unlock();
        }
    }

    @Override
    public Optional<FileRef> find(String sha256) {
        return jdbc.sql("""
                select sha256, size, name, media_type from kept_file where sha256 = :sha256
                order by kept_at fetch first 1 rows only""")
                .param("sha256", sha256)
                .query((row, n) -> new FileRef(
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("name"),
                        row.getString("media_type")))
                .optional();
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return java.nio.file.Files.newInputStream(path(sha256));
    }

    @Override
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    @Override
    public Path checked(String sha256) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[1 << 16];
        try (InputStream content = open(sha256)) {
            for (int n = content.read(block); n >= 0; n = content.read(block)) digest.update(block, 0, n);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256))
            throw new InputRefused(Problem.refused("files.changed", Problem.Place.UNKNOWN, "hash", sha256));
        return path(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
