package org.cuntu.platform.formats.internal;

import java.nio.file.Path;
import org.cuntu.engine.format.FeatureTable;
import org.cuntu.engine.format.ForeignFormat;
import org.jspecify.annotations.Nullable;

/** GeoPackage (OGC 12-128r17) by SQLite. */
public final class GeoPackageFormat implements ForeignFormat {
    @Override
    public boolean reads(Kind kind) {
        return kind == Kind.GEOPACKAGE;
    }

    @Override
    public FeatureTable open(Kind kind, Path file, String fileName, @Nullable String layer, Path workFolder) {
        return GeoPackageTable.open(file, fileName, layer, () -> {});
    }
}
