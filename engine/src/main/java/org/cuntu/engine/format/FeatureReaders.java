package org.cuntu.engine.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/** Chooses the reader by content. */
final class FeatureReaders {
    private static final int HEAD = 1 << 16;

    private FeatureReaders() {}

    /** @param work for what is unpacked or converted; closing the reader removes it, but not a copy of bytes in memory */
    static EachFeature open(InputSource source, ReadOrder order, InputLimits limits, Path work) {
        return switch (kind(source, limits)) {
            case GEOJSON -> GeoJsonFeatures.open(source, order, limits);
            case CSV -> CsvFeatures.open(source, order, limits);
            case FLATGEOBUF -> FgbFeatures.open(source, order, limits);
            case SHP -> ShapefileFeatures.open(ShapefileParts.beside(source), order, limits);
            case ZIP -> zipped(source.in(work), order, limits, work);
            case GEODATABASE -> foreign(ForeignFormat.Kind.FILE_GEODATABASE, source, order, limits, work);
            case GEOPACKAGE -> foreign(ForeignFormat.Kind.GEOPACKAGE, source.in(work), order, limits, work);
            case DXF -> foreign(ForeignFormat.Kind.DXF, source.in(work), order, limits, work);
            case PLOT_TXT -> throw new InputRefused(Problem.refused("format.not-a-layer", Place.file(source.name())));
            case EMPTY, UNSUPPORTED, UNKNOWN -> throw refusal(source);
        };
    }

    /** Opens a feature file for the work, in a folder of its own that is removed afterwards. */
    static <T> T read(InputSource source, ReadOrder order, InputLimits limits, Function<EachFeature, T> work) {
        try {
            Path folder = Files.createTempDirectory("cuntu-source");
            try {
                return work.apply(open(source, order, limits, folder));
            } finally {
                removeCopy(folder);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Readers have removed what they made; what may be left is the copy of a source in memory. */
    private static void removeCopy(Path folder) throws IOException {
        try (var left = Files.newDirectoryStream(folder, "source*.bin")) {
            for (Path copy : left) Files.deleteIfExists(copy);
        }
    }

    private static EachFeature zipped(InputSource source, ReadOrder order, InputLimits limits, Path work) {
        if (!ZippedGeodatabase.is(source))
            return ShapefileFeatures.open(ZippedShapefile.unpack(source, order.layer(), limits, work), order, limits);
        Unpacking unpacking = new Unpacking(source, limits);
        Path folder = ZippedGeodatabase.unpack(source, unpacking, work);
        try {
            FeatureTable table = format(ForeignFormat.Kind.FILE_GEODATABASE, source)
                    .open(
                            ForeignFormat.Kind.FILE_GEODATABASE,
                            folder,
                            source.name(),
                            order.layer(),
                            work,
                            order.pulse());
            return TableFeatures.open(source.name(), table, order, limits, unpacking::remove);
        } catch (RuntimeException e) {
            unpacking.remove();
            throw e;
        }
    }

    private static EachFeature foreign(
            ForeignFormat.Kind kind, InputSource source, ReadOrder order, InputLimits limits, Path work) {
        FeatureTable table =
                format(kind, source).open(kind, source.onDisk(), source.name(), order.layer(), work, order.pulse());
        return TableFeatures.open(source.name(), table, order, limits, () -> {});
    }

    static ForeignFormat format(ForeignFormat.Kind kind, InputSource source) {
        for (ForeignFormat format : ServiceLoader.load(ForeignFormat.class, ForeignFormat.class.getClassLoader()))
            if (format.reads(kind)) return format;
        throw new InputRefused(Problem.refused("format.unsupported", Place.file(source.name()), "kind", kind.title()));
    }

    /** What the source is; refuses what is too large before anything is read. */
    static FileKind kind(InputSource source, InputLimits limits) {
        if (source.path() != null && Files.isDirectory(source.path())) return FileKind.GEODATABASE;
        if (source.size() > limits.upload())
            throw new InputRefused(Problem.refused(
                    "format.too-large",
                    Place.file(source.name()),
                    "size",
                    source.size() >> 20,
                    "limit",
                    limits.upload() >> 20));
        return FileKind.of(source.head(HEAD));
    }

    static InputRefused refusal(InputSource source) {
        Place place = Place.file(source.name());
        byte[] head = source.head(HEAD);
        if (FileKind.of(head) == FileKind.EMPTY) return new InputRefused(Problem.refused("format.empty", place));
        return new InputRefused(FileKind.unsupported(head)
                .map(kind -> Problem.refused("format.unsupported", place, "kind", kind))
                .orElseGet(() -> Problem.refused("format.unknown", place)));
    }
}
