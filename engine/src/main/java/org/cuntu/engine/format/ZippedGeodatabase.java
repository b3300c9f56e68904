package org.cuntu.engine.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/** A zip that holds a File Geodatabase: a folder {@code X.gdb} of files without folders. */
final class ZippedGeodatabase {
    private ZippedGeodatabase() {}

    /** Whether a zip holds such a folder; false for one that cannot be opened. */
    static boolean is(InputSource source) {
        try (ZipFile zip = new ZipFile(source.onDisk().toFile(), StrictText.GB18030)) {
            return zip.stream().limit(1_000).anyMatch(e -> !folder(e.getName()).isEmpty());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The path up to and with {@code X.gdb/}; empty when the entry lies in no such folder. */
    private static String folder(String name) {
        String slashed = name.replace('\\', '/');
        int end = slashed.toLowerCase(Locale.ROOT).indexOf(".gdb/");
        return end < 0 || slashed.startsWith("__MACOSX/") ? "" : slashed.substring(0, end + 5);
    }

    /** @throws InputRefused when it is damaged, too large when expanded, or holds several */
    static Path unpack(InputSource source, Unpacking unpacking, Path folder) {
        return unpacking.open(source.onDisk(), zip -> unpack(zip, source, unpacking, folder));
    }

    private static Path unpack(ZipFile zip, InputSource source, Unpacking unpacking, Path folder) throws IOException {
        Map<String, ZipEntry> files = new LinkedHashMap<>();
        TreeSet<String> folders = new TreeSet<>();
        List<? extends ZipEntry> entries = unpacking.entries(zip);
        for (ZipEntry entry : entries) {
            String in = folder(entry.getName());
            String file = entry.getName().replace('\\', '/').substring(in.length());
            if (in.isEmpty() || !file.matches("[A-Za-z0-9_.]{1,80}")) continue;
            folders.add(in);
            files.putIfAbsent(file, entry);
        }
        if (folders.size() != 1)
            throw new InputRefused(Problem.refused(
                    "format.zip.several-geodatabases", Place.file(source.name()), "count", folders.size()));
        Path made = unpacking.own(Files.createTempDirectory(folder, "geodatabase"));
        Path target = unpacking.own(Files.createDirectory(made.resolve("source.gdb")));
        for (Map.Entry<String, ZipEntry> file : files.entrySet())
            unpacking.copy(zip, file.getValue(), unpacking.own(target.resolve(file.getKey())));
        return target;
    }
}
