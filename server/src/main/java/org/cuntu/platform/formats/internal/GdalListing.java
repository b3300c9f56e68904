package org.cuntu.platform.formats.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.SourceLayer;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/** What {@code ogrinfo -so -al} says of the layers of a geodatabase: name, geometry and count, three lines each. */
final class GdalListing {
    private static final String NAME = "Layer name: ";
    private static final String GEOMETRY = "Geometry: ";
    private static final String COUNT = "Feature Count: ";

    private GdalListing() {}

    /** Those with a geometry, in its order. */
    static List<SourceLayer> layers(String said) {
        List<SourceLayer> layers = new ArrayList<>();
        String name = null;
        String geometry = null;
        for (String line : said.lines().toList()) {
            if (line.startsWith(NAME)) {
                name = line.substring(NAME.length());
                geometry = null;
            } else if (name != null && geometry == null && line.startsWith(GEOMETRY)) {
                geometry = line.substring(GEOMETRY.length());
            } else if (name != null && geometry != null && line.startsWith(COUNT)) {
                if (!geometry.equals("None")) layers.add(new SourceLayer(name, count(line), dimension(geometry)));
                name = null;
            }
        }
        return layers;
    }

    private static @Nullable Long count(String line) {
        String digits = line.substring(COUNT.length()).strip();
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : null;
    }

    private static @Nullable Dimension dimension(String geometry) {
        String bare = geometry.replace("3D ", "").replace("Measured ", "").replace("Multi ", "");
        return switch (bare) {
            case "Point" -> Dimension.POINT;
            case "Line String", "Curve" -> Dimension.LINE;
            case "Polygon", "Surface" -> Dimension.AREA;
            default -> null;
        };
    }
}
