package org.cuntu.platform.backup.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.cuntu.platform.backup.ArchiveKey;
import org.jspecify.annotations.Nullable;

/** Reads an archive from beginning to end, and compares what is in it with its manifest. */
final class ArchiveReader {
    private static final int MANIFEST_LONGEST = 256 << 20;

    private ArchiveReader() {}

    /** Takes the entries as they come. */
    interface Taker {
        /** Where the content of an entry goes; closed after it. */
        OutputStream entry(String path) throws IOException;

        /** @param read bytes of the archive up to here */
        default void progress(long read) {}
    }

    /**
     * @return the manifest, with which every entry agrees
     * @throws ArchiveFault for whatever is wrong; what was given to the taker is then worth nothing
     */
    static Manifest read(Path archive, ArchiveKey key, Taker taker) throws IOException {
        Map<String, Manifest.Entry> found = new LinkedHashMap<>();
        Manifest manifest = null;
        try (SealedInput sealed = SealedInput.open(archive, key);
                ZipInputStream zip = new ZipInputStream(sealed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (manifest != null) throw new ArchiveFault("backup.manifest", entry.getName());
                if (entry.getName().equals(Manifest.NAME)) manifest = Manifest.read(zip.readNBytes(MANIFEST_LONGEST));
                else if (found.put(entry.getName(), copied(entry.getName(), zip, sealed, taker)) != null)
                    throw new ArchiveFault("backup.manifest", entry.getName());
            }
            sealed.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw new ArchiveFault("backup.manifest", String.valueOf(e.getMessage()));
        }
        return agreed(manifest, found);
    }

    private static Manifest.Entry copied(String path, ZipInputStream zip, SealedInput sealed, Taker taker)
            throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] block = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = taker.entry(checked(path))) {
            for (int n = zip.read(block); n >= 0; n = zip.read(block)) {
                digest.update(block, 0, n);
                out.write(block, 0, n);
                size += n;
                taker.progress(sealed.position());
            }
        }
        return new Manifest.Entry(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** No entry leads out of the home, whoever sealed it. */
    private static String checked(String path) throws ArchiveFault {
        Path relative = Path.of(path);
        if (relative.isAbsolute() || !relative.normalize().equals(relative) || relative.startsWith(".."))
            throw new ArchiveFault("backup.manifest", path);
        return path;
    }

    private static Manifest agreed(@Nullable Manifest manifest, Map<String, Manifest.Entry> found) throws ArchiveFault {
        if (manifest == null) throw new ArchiveFault("backup.manifest", Manifest.NAME);
        Set<String> named = new HashSet<>();
        for (Manifest.Entry entry : manifest.entries()) {
            named.add(entry.path());
            if (!entry.equals(found.get(entry.path()))) throw new ArchiveFault("backup.manifest", entry.path());
        }
        List<String> more =
                found.keySet().stream().filter(path -> !named.contains(path)).toList();
        if (!more.isEmpty()) throw new ArchiveFault("backup.manifest", more.getFirst());
        return manifest;
    }
}
