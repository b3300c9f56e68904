package org.cuntu.engine.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks one shapefile of a zip: the only one, or the one that is asked for by its name. An entry's name (UTF-8 or GBK)
 * chooses, and is never a path.
 */
final class ZippedShapefile {
    private static final List<String> WANTED = List.of("shp", "dbf", "prj", "cpg");

    private final InputSource source;
    private final @Nullable String layer;
    private final Path folder;
    private final Unpacking unpacking;

    private ZippedShapefile(InputSource source, @Nullable String layer, InputLimits limits, Path folder) {
        this.source = source;
        this.layer = layer;
        this.folder = folder;
        this.unpacking = new Unpacking(source, limits);
    }

    /**
     * @param layer the name of the .shp without its ending; null: the only one
     * @throws InputRefused when it is damaged, too large when expanded, or holds none or several shapefiles
     */
    static ShapefileParts unpack(InputSource source, @Nullable String layer, InputLimits limits, Path folder) {
        ZippedShapefile zip = new ZippedShapefile(source, layer, limits, folder);
        return zip.unpacking.open(source.onDisk(), zip::unpack);
    }

    private ShapefileParts unpack(ZipFile zip) throws IOException {
        Map<String, ZipEntry> parts = parts(zip);
        Map<String, InputSource> out = new HashMap<>();
        for (String ending : WANTED) {
            ZipEntry entry = parts.get(ending);
            if (entry != null) out.put(ending, copy(zip, entry, ending));
        }
        InputSource shp = out.get("shp");
        if (shp == null) throw new IllegalStateException("no shp");
        return new ShapefileParts(
                source.name(), shp, out.get("dbf"), out.get("prj"), out.get("cpg"), unpacking::remove);
    }

    private Map<String, ZipEntry> parts(ZipFile zip) {
        List<? extends ZipEntry> entries = unpacking.entries(zip);
        String stem = ShapefileParts.stem(chosen(entries).getName());
        Map<String, ZipEntry> parts = new HashMap<>();
        for (ZipEntry entry : entries)
            if (ShapefileParts.stem(entry.getName()).equalsIgnoreCase(stem))
                parts.putIfAbsent(ShapefileParts.ending(entry.getName()), entry);
        return parts;
    }

    private ZipEntry chosen(List<? extends ZipEntry> entries) {
        Place place = Place.file(source.name());
        List<? extends ZipEntry> shps = entries.stream()
                .filter(e -> ShapefileParts.ending(e.getName()).equals("shp") && !isJunk(e.getName()))
                .toList();
        if (shps.isEmpty()) throw new InputRefused(Problem.refused("format.zip.no-shapefile", place));
        List<String> names =
                shps.stream().map(e -> Unpacking.shown(bare(e.getName()))).toList();
        String told = String.join(", ", names.subList(0, StrictMath.min(10, names.size())));
        if (layer != null)
            return shps.stream()
                    .filter(e -> bare(e.getName()).equalsIgnoreCase(layer))
                    .findFirst()
                    .orElseThrow(() -> new InputRefused(
                            Problem.refused("format.layer-unknown", place, "layer", layer, "names", told)));
        if (shps.size() > 1)
            throw new InputRefused(
                    Problem.refused("format.zip.several", place, "count", names.size(), "names", told));
        return shps.getFirst();
    }

    /** Without folders and ending. */
    private static String bare(String name) {
        String slashed = name.replace('\\', '/');
        return ShapefileParts.stem(slashed.substring(slashed.lastIndexOf('/') + 1));
    }

    private static boolean isJunk(String name) {
        return name.startsWith("__MACOSX/") || name.contains("/._") || name.startsWith("._");
    }

    private InputSource copy(ZipFile zip, ZipEntry entry, String ending) throws IOException {
        Path target = unpacking.own(Files.createTempFile(folder, "part", "." + ending));
        unpacking.copy(zip, entry, target);
        return InputSource.of(source.name() + "/" + Unpacking.shown(entry.getName()), target);
    }
}
