package org.cuntu.platform.formats.internal;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.format.FeatureTable;
import org.cuntu.engine.format.ForeignFormat;
import org.cuntu.engine.format.SourceLayer;
import org.jspecify.annotations.Nullable;

/** GeoPackage (OGC 12-128r17) by SQLite. */
public final class GeoPackageFormat implements ForeignFormat {
    @Override
    public boolean reads(Kind kind) {
        return kind == Kind.GEOPACKAGE;
    }

    @Override
    public FeatureTable open(
            Kind kind, Path file, String fileName, @Nullable String layer, Path workFolder, Runnable pulse) {
        return GeoPackageTable.open(file, fileName, layer, () -> {});
    }

    @Override
    public List<SourceLayer> layers(Kind kind, Path file, String fileName, Path workFolder) {
        return GeoPackageTable.layers(file, fileName);
    }
}
