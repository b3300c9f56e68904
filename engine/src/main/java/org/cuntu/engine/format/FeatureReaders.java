package org.cuntu.engine.format;

import java.nio.file.Path;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/** Chooses the reader by content. */
final class FeatureReaders {
    private static final int HEAD = 1 << 16;

    private FeatureReaders() {}

    static FeatureReader open(InputSource source, @Nullable Crs stated, InputLimits limits, Path workFolder) {
        return switch (kind(source, limits)) {
            case GEOJSON -> GeoJsonFeatures.open(source, stated, limits);
            case SHP -> ShapefileFeatures.open(ShapefileParts.beside(source), stated, limits);
            case ZIP -> ShapefileFeatures.open(ZippedShapefile.unpack(source, limits, workFolder), stated, limits);
            case PLOT_TXT -> throw new InputRefused(Problem.refused("format.not-a-layer", Place.file(source.name())));
            case EMPTY, UNSUPPORTED, UNKNOWN -> throw refusal(source);
        };
    }

    /** What the source is; refuses what is too large before anything is read. */
    static FileKind kind(InputSource source, InputLimits limits) {
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
