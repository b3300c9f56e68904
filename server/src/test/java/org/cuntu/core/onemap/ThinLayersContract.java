package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.Deliveries.collection;
import static org.cuntu.testing.Deliveries.feature;
import static org.cuntu.testing.Deliveries.geoJson;
import static org.cuntu.testing.Deliveries.square;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of lines and of points from the file to the map and back, and what does not change by them. */
abstract class ThinLayersContract extends Imports {
    private static final String BORDERS = "XZQJX";
    private static final String POINTS = "CLKZD";

    /** Along the south of square 1, a thousandth of a degree: about 101.4 m at this latitude. */
    private static final String BORDER =
            "{\"type\":\"Feature\",\"properties\":{\"BSM\":\"1\",\"JXSM\":\"一、二\"},\"geometry\":"
                    + "{\"type\":\"LineString\",\"coordinates\":[[109.401,24.3],[109.402,24.3]]}}";

    private static final String POINT =
            "{\"type\":\"Feature\",\"properties\":{\"BSM\":\"7\",\"KZDMC\":\"演示点\"},\"geometry\":"
                    + "{\"type\":\"Point\",\"coordinates\":[109.4015,24.3005]}}";

    @BeforeEach
    void aTownship() throws Exception {
        String township = collection(feature("\"XZQDM\":\"450202001\",\"XZQMC\":\"一\"", square(1)));
        done(order(township, "x.geojson", "XZQ", null));
    }

    private String imported(String layer, String feature) throws Exception {
        return (String) done(order(collection(feature), "a.geojson", layer, "city"))
                .result()
                .get("hash");
    }

    @Test
    void aLineKeepsItsLengthAndAPointItsPlace() throws Exception {
        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open(imported(BORDERS, BORDER))) {
            Snapshot snapshot = lease.snapshot();
            assertThat(snapshot.dimension()).isEqualTo(Dimension.LINE);
            // PROJ geod, GRS80: 101.496 m
            assertThat(snapshot.length(0)).isBetween(101.4, 101.6);
            assertThat(snapshot.integral(0)).isZero();
        }
        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open(imported(POINTS, POINT))) {
            assertThat(lease.snapshot().geometry(0).toText()).isEqualTo("POINT (109.4015 24.3005)");
        }
    }

    @Test
    void aFileOfAnotherGeometryThanTheRegisterSaysIsRefusedWithTheReason() throws Exception {
        assertThat(codes(failed(order(geoJson("\"BSM\":\"1\"", square(1)), "a.geojson", BORDERS, "city"))))
                .contains("format.not-a-line");
        assertThat(codes(failed(order(collection(BORDER), "a.geojson", POINTS, "city"))))
                .contains("format.not-a-point");
        assertThat(codes(failed(order(collection(POINT), "a.geojson", "STBHHX", "city"))))
                .contains("format.not-an-area");
    }

    @Test
    void theGroundOfLinesIsSaidForTheyCoverNone() {
        assertRefused("onemap.thin-ground", order(collection(BORDER), "a.geojson", BORDERS, "features"));
        assertRefused("onemap.ground-needed", order(collection(BORDER), "a.geojson", BORDERS, null));
    }

    @Test
    void aReviewStandsOnTheLayersOfAreasAlone() throws Exception {
        imported(BORDERS, BORDER);
        Baselines baselines = application.bean(Baselines.class);

        assertThat(codesOf(baselines.resolve(null, null))).doesNotContain(BORDERS, POINTS);
        assertThat(codesOf(baselines.resolveAll(null, null))).contains(BORDERS, POINTS);
    }

    private static List<String> codesOf(Baseline baseline) {
        return baseline.layers().stream().map(layer -> layer.entry().code()).toList();
    }

    @Test
    void somebodyWhoPointsBesideALineFindsItWithinTheDistanceAsked() throws Exception {
        imported(BORDERS, BORDER);

        // 0.00009° of latitude are 9.97 m
        assertThat(found(109.4015, 24.30009, 10)).isEqualTo(1);
        assertThat(found(109.4015, 24.30009, 9)).isZero();
    }

    private int found(double lon, double lat, double near) {
        Baseline baseline = application.bean(Baselines.class).resolveAll(null, null);
        return application.bean(Points.class).at(baseline, lon, lat, near).layers().stream()
                .filter(layer -> layer.entry().code().equals(BORDERS))
                .findFirst()
                .orElseThrow()
                .found();
    }

    @Test
    void bothAreOnTheMap() throws Exception {
        LayerTiles tiles = application.bean(LayerTiles.class);
        TileMatrixSet.Tile at = TileMatrixSet.WEB_MERCATOR_QUAD.tileAt(109.4015, 24.3005, 14);

        for (String hash : List.of(imported(BORDERS, BORDER)))
            assertThat(tiles.cut("WebMercatorQuad", BORDERS, hash, 14, at.x(), at.y()))
                    .isNotEmpty();
        assertThat(tiles.cut("WebMercatorQuad", POINTS, imported(POINTS, POINT), 14, at.x(), at.y()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GPKG", "SHP", "GEOJSON", "FGB", "CSV"})
    void anExportReadsBackAsItWas(FileFormat format) throws Exception {
        imported(BORDERS, BORDER);
        imported(POINTS, POINT);

        assertThat(shapes(exported(BORDERS, format), Dimension.LINE))
                .containsExactly("LINESTRING (109.401 24.3, 109.402 24.3)");
        assertThat(shapes(exported(POINTS, format), Dimension.POINT)).containsExactly("POINT (109.4015 24.3005)");
    }

    @Test
    void anExportOfLinesSaysTheirLengthAndPlotsAreRefused() throws Exception {
        imported(BORDERS, BORDER);

        assertThat(ended(BORDERS, FileFormat.XLSX).result())
                .containsKey("length")
                .doesNotContainKey("area");
        TaskView plots = ended(BORDERS, FileFormat.TXT);
        assertThat(plots.state()).isEqualTo(TaskState.FAILED);
        assertThat(codes(plots)).containsExactly("format.txt.areas-only");
    }

    private TaskView ended(String layer, FileFormat format) throws InterruptedException {
        LayerExport exports = application.bean(LayerExport.class);
        return tasks.await(
                exports.submit(
                        new LayerExport.Order(layer, format, null, null, null, List.of(), null, null, null, null)),
                Duration.ofSeconds(30));
    }

    private LayerExport.ExportFile exported(String layer, FileFormat format) throws InterruptedException {
        TaskView view = ended(layer, format);
        assertThat(view.state()).as("%s", view.problems()).isEqualTo(TaskState.DONE);
        return application.bean(LayerExport.class).find(view.id()).orElseThrow();
    }

    private List<String> shapes(LayerExport.ExportFile file, Dimension dimension) {
        List<String> shapes = new ArrayList<>();
        ReadOrder order = new ReadOrder(null, null, false, dimension, () -> {});
        try (FeatureReader reader =
                FeatureReader.open(file.path(), file.name(), InputLimits.LAYER, application.home(), order)) {
            reader.forEach(feature -> shapes.add(feature.geometry().toText()));
        }
        return shapes;
    }
}
