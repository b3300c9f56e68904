package org.cuntu.engine.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which layers a file holds: of a GeoPackage, a geodatabase, a zip of shapefiles or a drawing, by their own names in the order
 * of the file. Features are counted, not read, but for those of a drawing.
 *
 * @param layers empty when the format knows none, and of a drawing that was not looked through
 */
public record FileLayers(List<SourceLayer> layers, Naming naming) {
    private static final int MOST_NAMED = 50;
    private static final FileLayers ONE = new FileLayers(List.of(), Naming.NONE);

    /** Whether a layer is to be named. */
    public enum Naming {
        /** The format knows no layers. */
        NONE,
        /** One is read: the only one, or the one that is named. */
        NEEDED,
        /** The file may be read whole, too: a drawing. */
        OPTIONAL
    }

    public FileLayers {
        layers = List.copyOf(layers);
    }

    /**
     * Of a drawing, which tells its layers only when it is read, none.
     *
     * @param workFolder for what is unpacked on the way; nothing of it is left
     * @throws InputRefused when the file is of no kind that is read, too large, or damaged where its layers are told
     */
    public static FileLayers of(Path file, String fileName, InputLimits limits, Path workFolder) {
        return of(InputSource.of(fileName, file), limits, workFolder, null);
    }

    /**
     * Of a drawing those of its layers that have what is wanted.
     *
     * @param wanted areas, or lines, or points
     */
    public static FileLayers looked(Path file, String fileName, InputLimits limits, Path workFolder, Dimension wanted) {
        return of(InputSource.of(fileName, file), limits, workFolder, wanted);
    }

    private static FileLayers of(InputSource source, InputLimits limits, Path workFolder, @Nullable Dimension wanted) {
        return switch (FeatureReaders.kind(source, limits)) {
            case ZIP -> zipped(source, limits, workFolder);
            case GEOPACKAGE -> foreign(ForeignFormat.Kind.GEOPACKAGE, source, source.onDisk(), workFolder);
            case GEODATABASE -> foreign(ForeignFormat.Kind.FILE_GEODATABASE, source, source.onDisk(), workFolder);
            case DXF ->
                new FileLayers(
                        wanted == null ? List.of() : drawing(source, limits, workFolder, wanted), Naming.OPTIONAL);
            case GEOJSON, CSV, FLATGEOBUF, SHP, PLOT_TXT -> ONE;
            case EMPTY, UNSUPPORTED, UNKNOWN -> throw FeatureReaders.refusal(source);
        };
    }

    private static FileLayers zipped(InputSource source, InputLimits limits, Path work) {
        if (!ZippedGeodatabase.is(source))
            return new FileLayers(ZippedShapefile.layers(source, limits, work), Naming.NEEDED);
        Unpacking unpacking = new Unpacking(source, limits);
        try {
            Path folder = ZippedGeodatabase.unpack(source, unpacking, work);
            return foreign(ForeignFormat.Kind.FILE_GEODATABASE, source, folder, work);
        } finally {
            unpacking.remove();
        }
    }

    private static FileLayers foreign(ForeignFormat.Kind kind, InputSource source, Path file, Path work) {
        return new FileLayers(
                FeatureReaders.format(kind, source).layers(kind, file, source.name(), work), Naming.NEEDED);
    }

    private static List<SourceLayer> drawing(InputSource source, InputLimits limits, Path work, Dimension wanted) {
        Map<String, Long> features = new TreeMap<>();
        ForeignFormat.Kind kind = ForeignFormat.Kind.DXF;
        try (FeatureTable table =
                FeatureReaders.format(kind, source).open(kind, source.onDisk(), source.name(), null, work, () -> {})) {
            String field = table.layerField();
            if (field == null) return List.of();
            TableFeatures.look(table, source.name(), limits, wanted, values -> {
                Object name = values.get(field);
                features.merge(Objects.toString(name, ""), 1L, Long::sum);
            });
        }
        List<SourceLayer> layers = new ArrayList<>();
        features.forEach((name, count) -> layers.add(new SourceLayer(name, count, wanted)));
        return layers;
    }

    /**
     * The layer of that name in any case of letters, or the only one; null when none is to be named.
     *
     * @throws InputRefused {@code format.layer-needed} or {@code format.layer-unknown}, with the names
     */
    public @Nullable String chosen(@Nullable String wanted, String fileName) {
        if (naming == Naming.OPTIONAL && layers.isEmpty()) return wanted;
        if (wanted == null) {
            if (naming != Naming.NEEDED || layers.size() < 2) return null;
            throw refused("format.layer-needed", fileName, "count", layers.size(), "names", names());
        }
        return layers.stream()
                .map(SourceLayer::name)
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> refused("format.layer-unknown", fileName, "layer", wanted, "names", names()));
    }

    private String names() {
        List<String> names =
                layers.stream().map(SourceLayer::name).limit(MOST_NAMED).toList();
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    private static InputRefused refused(String code, String fileName, Object... figures) {
        return new InputRefused(Problem.refused(code, Place.file(fileName), figures));
    }
}
