package org.cuntu.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cuntu.engine.layer.Dimension;
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

    /** Every shapefile of a zip, with what its own heads say. */
    static List<SourceLayer> layers(InputSource source, InputLimits limits, Path folder) {
        ZippedShapefile zip = new ZippedShapefile(source, null, limits, folder);
        return zip.unpacking.open(source.onDisk(), zip::layers);
    }

    private List<SourceLayer> layers(ZipFile zip) throws IOException {
        List<? extends ZipEntry> entries = unpacking.entries(zip);
        List<? extends ZipEntry> shps = shapefiles(entries);
        if (shps.isEmpty())
            throw new InputRefused(Problem.refused("format.zip.no-shapefile", Place.file(source.name())));
        List<SourceLayer> layers = new ArrayList<>();
        for (ZipEntry shp : shps) {
            String stem = ShapefileParts.stem(shp.getName());
            ZipEntry table = entries.stream()
                    .filter(e -> ShapefileParts.stem(e.getName()).equalsIgnoreCase(stem))
                    .filter(e -> ShapefileParts.ending(e.getName()).equals("dbf"))
                    .findFirst()
                    .orElse(null);
            layers.add(new SourceLayer(bare(shp.getName()), rows(zip, table), dimension(zip, shp)));
        }
        return layers;
    }

    /** By the table's head. */
    private static @Nullable Long rows(ZipFile zip, @Nullable ZipEntry table) throws IOException {
        if (table == null) return null;
        try (InputStream in = zip.getInputStream(table)) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) return null;
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        }
    }

    private static @Nullable Dimension dimension(ZipFile zip, ZipEntry shp) throws IOException {
        try (InputStream in = zip.getInputStream(shp)) {
            byte[] head = in.readNBytes(36);
            if (head.length < 36) return null;
            return ShpFile.dimension(
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(32));
        }
    }

    private static List<? extends ZipEntry> shapefiles(List<? extends ZipEntry> entries) {
        return entries.stream()
                .filter(e -> ShapefileParts.ending(e.getName()).equals("shp") && !isJunk(e.getName()))
                .toList();
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
        List<? extends ZipEntry> shps = shapefiles(entries);
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
            throw new InputRefused(Problem.refused("format.zip.several", place, "count", names.size(), "names", told));
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
