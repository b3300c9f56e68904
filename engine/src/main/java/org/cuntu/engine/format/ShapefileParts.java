package org.cuntu.engine.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one shapefile.
 *
 * @param name of the whole as the user knows it
 * @param cleanup removes what was unpacked
 */
record ShapefileParts(
        String name,
        InputSource shp,
        @Nullable InputSource dbf,
        @Nullable InputSource prj,
        @Nullable InputSource cpg,
        Runnable cleanup) {

    /** A .shp with the neighbours that bear its name; bytes have none. */
    static ShapefileParts beside(InputSource shp) {
        Map<String, Path> beside = shp.path() == null ? Map.of() : neighbours(shp.path());
        return new ShapefileParts(
                shp.name(),
                shp,
                source(beside.get("dbf")),
                source(beside.get("prj")),
                source(beside.get("cpg")),
                () -> {});
    }

    private static @Nullable InputSource source(@Nullable Path path) {
        return path == null ? null : InputSource.of(path.getFileName().toString(), path);
    }

    private static Map<String, Path> neighbours(Path shp) {
        String stem = stem(shp.getFileName().toString());
        Map<String, Path> found = new TreeMap<>();
        Path folder = shp.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> stem(file.getFileName().toString()).equalsIgnoreCase(stem))
                    .sorted()
                    .forEach(file -> found.putIfAbsent(ending(file.getFileName().toString()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
