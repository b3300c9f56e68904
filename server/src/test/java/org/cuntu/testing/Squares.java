package org.cuntu.testing;

import java.util.List;
import java.util.stream.Stream;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Snapshot files of squares near 109.4°E 24.3°N. */
public final class Squares {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Squares() {}

    /** A square of 0.001° whose south-west corner is so many thousandths of a degree east of 109.4°E 24.3°N. */
    public static Geometry square(int place) {
        double west = (109_400 + place) / 1000.0;
        double east = (109_401 + place) / 1000.0;
        return FACTORY.toGeometry(new Envelope(west, east, 24.3, 24.301));
    }

    /** Writes a snapshot file of one square and gives its hash; another place is another hash. */
    public static String snapshot(TestApplication application, String layer, int place) {
        LayerSchema schema = application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        LayerSchema none = new LayerSchema(layer, schema.kind(), List.of(), null, null);
        Feature feature = new Feature(square(place), List.of());
        return application
                .bean(LayerImport.class)
                .write(none, Stream.of(feature), square(place), LayerImport.Progress.SILENT);
    }
}
