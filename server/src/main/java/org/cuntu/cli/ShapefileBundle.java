package org.cuntu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to the server: a bare .shp goes zipped with its neighbours, a geodatabase's folder zipped, everything else
 * as it is.
 *
 * @param zipped made for the way, removed on close; null when none was needed
 */
record ShapefileBundle(Path original, String name, @Nullable Path zipped) implements AutoCloseable {
    private static final List<String> PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");

    static ShapefileBundle of(Path file, String name) {
        boolean folder = isGeodatabase(file);
        if (!folder && !name.toLowerCase(java.util.Locale.ROOT).endsWith(".shp"))
            return new ShapefileBundle(file, name, null);
        try {
            Path zip = Files.createTempFile("cuntu-shp", ".zip");
            try (OutputStream out = Files.newOutputStream(zip);
                    ZipOutputStream entries = new ZipOutputStream(out)) {
                if (folder) addAll(entries, file);
                else for (String part : PARTS) add(entries, file, part);
            }
            return new ShapefileBundle(file, name, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the folder of a File Geodatabase. */
    static boolean isGeodatabase(Path file) {
        return Files.isDirectory(file)
                && String.valueOf(file.getFileName())
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith(".gdb");
    }

    private static void addAll(ZipOutputStream entries, Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                entries.putNextEntry(new ZipEntry("source.gdb/" + file.getFileName()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    /** Endings are looked for as written, in lower and in upper case. */
    private static void add(ZipOutputStream entries, Path shp, String part) throws IOException {
        String stem = shp.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        for (String ending : List.of(part, part.toUpperCase(java.util.Locale.ROOT))) {
            Path neighbour = shp.resolveSibling(stem + "." + ending);
            if (!Files.isRegularFile(neighbour)) continue;
            entries.putNextEntry(new ZipEntry(stem + "." + part));
            Files.copy(neighbour, entries);
            entries.closeEntry();
            return;
        }
    }

    Path file() {
        return zipped == null ? original : zipped;
    }

    @Override
    public void close() {
        try {
            if (zipped != null) Files.deleteIfExists(zipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
