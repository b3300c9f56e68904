package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files whose whole content this process has compared with their names, so that it need not do so again while they are the same
 * files: the same inode on the same device, as long, last written and last changed at the same moments. A file that was written to,
 * replaced, restored or touched is another one. Where the system tells no inode nothing is remembered. Thread safe.
 */
final class VerifiedFiles {
    private static final ConcurrentHashMap<Path, Identity> KNOWN = new ConcurrentHashMap<>();

    /** What a file is, beside its content. */
    record Identity(Object key, long bytes, FileTime written, FileTime changed) {
        static @Nullable Identity of(Path file) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Object key = attributes.fileKey();
            if (key == null || !attributes.isRegularFile()) return null;
            FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            return new Identity(key, attributes.size(), attributes.lastModifiedTime(), changed);
        }
    }

    private VerifiedFiles() {}

    /** Whether the file is one that was found whole. */
    static boolean isKnown(Path file) throws IOException {
        Identity known = KNOWN.get(file.toAbsolutePath());
        return known != null && known.equals(Identity.of(file));
    }

    /**
     * The SHA-256 of a file, all of which is read.
     *
     * @param expected when it is this, and the file was not touched meanwhile, the file is known from now on
     */
    static String hash(Path file, String expected) throws IOException {
        Identity before = Identity.of(file);
        String hash = Sha256.of(file);
        if (before != null && hash.equals(expected) && before.equals(Identity.of(file)))
            KNOWN.put(file.toAbsolutePath(), before);
        else KNOWN.remove(file.toAbsolutePath());
        return hash;
    }
}
