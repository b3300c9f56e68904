package org.cuntu.core.dossier.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.dossier.Dossiers;
import org.cuntu.core.dossier.Place;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.identity.User;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What the tests of dossiers share: layers of rectangles in thousandths of a degree from 109.4°E 24.3°N. */
abstract class Fields {
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    static final User REVIEWER = User.of("r", "r", List.of("*:*:*"), 4);
    static final GeometryFactory FACTORY = new GeometryFactory();

    final TestApplication application = application();
    final Dossiers dossiers = application.bean(Dossiers.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
        application.jdbc().sql("delete from review_ground").update();
        application.jdbc().sql("delete from review").update();
        application.jdbc().sql("delete from search_token").update();
        application.jdbc().sql("delete from search_fill").update();
    }

    /** A rectangle from x0, y0 to x1, y1, thousandths of a degree. */
    static Geometry rectangle(double x0, double y0, double x1, double y1) {
        return FACTORY.toGeometry(
                new Envelope(109.4 + x0 / 1000, 109.4 + x1 / 1000, 24.3 + y0 / 1000, 24.3 + y1 / 1000));
    }

    /** A star of some corners about a place, thousandths of a degree. */
    static Geometry star(Random random, double x, double y, double radius) {
        int n = 5 + random.nextInt(12);
        Coordinate[] ring = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double r = radius * (0.4 + 0.6 * random.nextDouble()) / 1000;
            double turn = 2 * Math.PI * i / n;
            ring[i] = new Coordinate(
                    Math.rint((109.4 + x / 1000 + r * Math.cos(turn)) * 1e9) / 1e9,
                    Math.rint((24.3 + y / 1000 + r * Math.sin(turn)) * 1e9) / 1e9);
        }
        ring[n] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** One feature: its shape, and values as field, value, field, value. */
    record Drawn(Geometry shape, Object... values) {}

    String release(String layer, LocalDate from, Geometry coverage, Drawn... features) {
        LayerSchema schema = application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        List<Feature> rows = new ArrayList<>();
        for (Drawn drawn : features) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < drawn.values.length; i += 2) values.put((String) drawn.values[i], drawn.values[i + 1]);
            @Nullable
            Object[] row = schema.fields().stream()
                    .map(field -> values.get(field.code()))
                    .toArray();
            rows.add(new Feature(drawn.shape, Arrays.asList(row)));
        }
        String hash =
                application.bean(LayerImport.class).write(schema, rows.stream(), coverage, LayerImport.Progress.SILENT);
        application.bean(Releases.class).release(new ReleaseRequest.Release(layer, hash, from, "test", false));
        return hash;
    }

    static Place.Ground ground(Geometry area) {
        return new Place.Ground("", Crs.CGCS2000, List.of(plot(area)));
    }

    static Plot plot(Geometry area) {
        return new Plot("1", "", "", null, GeoShape.of(Crs.CGCS2000, area), Map.of());
    }

    String review(String name, Geometry area) {
        Project project = new Project("batch", "1001", "ordinary", null, List.of());
        return application
                .bean(ReviewKeeping.class)
                .keep(new ReviewRequest(name, Crs.CGCS2000, List.of(plot(area)), project, null, null))
                .review()
                .id();
    }

    Dossier dossier(Place place) {
        return dossiers.of(place, null, null, REVIEWER);
    }

    static Dossier.Layer layer(Dossier dossier, String code) {
        return dossier.layers().stream()
                .filter(layer -> layer.layer().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
