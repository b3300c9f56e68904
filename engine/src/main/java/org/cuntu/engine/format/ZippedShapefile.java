package org.cuntu.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/**
 * Unpacks the one shapefile of a zip under names of our own: an entry's name (UTF-8 or GBK) chooses, and is never a
 * path. Counts what really comes out, whatever the archive says of itself.
 */
final class ZippedShapefile {
    private static final List<String> WANTED = List.of("shp", "dbf", "prj", "cpg");
    private static final int MOST_ENTRIES = 10_000;

    private final InputSource source;
    private final InputLimits limits;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private long expanded;

    private ZippedShapefile(InputSource source, InputLimits limits, Path folder) {
        this.source = source;
        this.limits = limits;
        this.folder = folder;
    }

    /** @throws InputRefused when it is damaged, too large when expanded, or holds none or several shapefiles */
    static ShapefileParts unpack(InputSource source, InputLimits limits, Path folder) {
        ZippedShapefile zip = new ZippedShapefile(source, limits, folder);
        try {
            return zip.unpack();
        } catch (ZipException | IllegalArgumentException e) {
            zip.remove();
            throw new InputRefused(Problem.refused("format.zip.damaged", Place.file(source.name())));
        } catch (InputRefused e) {
            zip.remove();
            throw e;
        } catch (java.io.EOFException e) {
            zip.remove();
            throw new InputRefused(Problem.refused("format.zip.damaged", Place.file(source.name())));
        } catch (IOException e) {
            zip.remove();
            throw new UncheckedIOException(e);
        }
    }

    private ShapefileParts unpack() throws IOException {
        try (ZipFile zip = open(archive())) {
            Map<String, ZipEntry> parts = parts(zip);
            Map<String, InputSource> out = new HashMap<>();
            for (String ending : WANTED) {
                ZipEntry entry = parts.get(ending);
                if (entry != null) out.put(ending, copy(zip, entry, ending));
            }
            InputSource shp = out.get("shp");
            if (shp == null) throw new IllegalStateException("no shp");
            return new ShapefileParts(source.name(), shp, out.get("dbf"), out.get("prj"), out.get("cpg"), this::remove);
        }
    }

    private Path archive() throws IOException {
        if (source.path() != null) return source.path();
        Path copy = Files.createTempFile(folder, "archive", ".zip");
        written.add(copy);
        try (InputStream in = source.open();
                OutputStream out = Files.newOutputStream(copy)) {
            in.transferTo(out);
        }
        return copy;
    }

    /** Names are UTF-8 when every one is valid, else GBK. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            Charset gbk = StrictText.GB18030;
            return new ZipFile(file.toFile(), gbk);
        }
    }

    private Map<String, ZipEntry> parts(ZipFile zip) {
        Place place = Place.file(source.name());
        List<? extends ZipEntry> entries = zip.stream()
                .filter(e -> !e.isDirectory())
                .limit(MOST_ENTRIES + 1)
                .toList();
        if (entries.size() > MOST_ENTRIES)
            throw new InputRefused(Problem.refused("format.zip.too-many", place, "limit", MOST_ENTRIES));
        for (ZipEntry entry : entries)
            if (escapes(entry.getName()))
                throw new InputRefused(Problem.refused("format.zip.path", place, "name", shown(entry.getName())));
        List<? extends ZipEntry> shps = entries.stream()
                .filter(e -> ShapefileParts.ending(e.getName()).equals("shp") && !isJunk(e.getName()))
                .toList();
        if (shps.isEmpty()) throw new InputRefused(Problem.refused("format.zip.no-shapefile", place));
        if (shps.size() > 1) {
            List<String> names = shps.stream().map(e -> shown(e.getName())).toList();
            throw new InputRefused(Problem.refused(
                    "format.zip.several",
                    place,
                    "count",
                    names.size(),
                    "names",
                    String.join(", ", names.subList(0, StrictMath.min(10, names.size())))));
        }
        String stem = ShapefileParts.stem(shps.getFirst().getName());
        Map<String, ZipEntry> parts = new HashMap<>();
        for (ZipEntry entry : entries)
            if (ShapefileParts.stem(entry.getName()).equalsIgnoreCase(stem))
                parts.putIfAbsent(ShapefileParts.ending(entry.getName()), entry);
        return parts;
    }

    private static boolean escapes(String name) {
        String slashed = name.replace('\\', '/');
        return slashed.startsWith("/") || slashed.matches("^[A-Za-z]:.*") || ("/" + slashed + "/").contains("/../");
    }

    private static boolean isJunk(String name) {
        return name.startsWith("__MACOSX/") || name.contains("/._") || name.startsWith("._");
    }

    private static String shown(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    private InputSource copy(ZipFile zip, ZipEntry entry, String ending) throws IOException {
        Path target = Files.createTempFile(folder, "part", "." + ending);
        written.add(target);
        byte[] buffer = new byte[1 << 16];
        long packed = StrictMath.max(1, source.size());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                expanded += n;
                boolean ratio = expanded > InputLimits.RATIO_FREE && expanded / packed >= limits.ratio();
                if (expanded > limits.expanded() || ratio)
                    throw new InputRefused(Problem.refused(
                            "format.zip.bomb",
                            Place.file(source.name()),
                            "limit",
                            limits.expanded() >> 20,
                            "ratio",
                            limits.ratio()));
                out.write(buffer, 0, n);
            }
        }
        return InputSource.of(source.name() + "/" + shown(entry.getName()), target);
    }

    private void remove() {
        for (Path path : written) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        written.clear();
    }
}
