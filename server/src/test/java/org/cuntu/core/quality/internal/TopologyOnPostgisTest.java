package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.quality.TopologyCheck;
import org.cuntu.engine.quality.TopologyFinding;
import org.cuntu.engine.quality.TopologySweep;
import org.cuntu.testing.PrivatePostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** PostGIS says which patches overlap and what is bare; by geography, so that its areas are of the ellipsoid too. */
@Tag("postgres")
class TopologyOnPostgisTest {
    private static final int SIDE = 24;
    private static final LayerSchema PATCHES = new LayerSchema(
            "DLTB", LayerKind.COVERAGE, List.of(new Field("XH", Field.Type.INTEGER, "序号", "number")), null, null);

    @TempDir
    Path folder;

    @Test
    void overlapsAndGapsAreThoseOfPostgis() throws Exception {
        List<Geometry> shapes = broken();
        Geometry coverage = Survey.box(0, 0, SIDE, SIDE);
        Map<String, Double> overlaps = new TreeMap<>();
        List<Double> gaps = new ArrayList<>();
        sweep(shapes, coverage, overlaps, gaps);
        assertThat(overlaps).hasSizeGreaterThan(10);
        assertThat(gaps).hasSizeGreaterThan(5);
        try (Connection postgis =
                DriverManager.getConnection(PrivatePostgres.running().newDatabase("topology"), "postgres", "")) {
            load(postgis, shapes, coverage);
            Map<String, Double> theirs = overlaps(postgis);
            assertThat(overlaps.keySet()).isEqualTo(theirs.keySet());
            // geography draws geodesics: along 100 m of a parallel at 24.3° one bows by 0.09 mm, which is 0.006 m²
            theirs.forEach((pair, area) ->
                    assertThat(overlaps.get(pair)).as(pair).isCloseTo(area, within(1e-6 * area + 0.01)));
            List<Double> bare = gaps(postgis);
            assertThat(gaps).hasSameSizeAs(bare);
            for (int i = 0; i < bare.size(); i++)
                assertThat(gaps.get(i)).isCloseTo(bare.get(i), within(1e-6 * bare.get(i) + 0.01));
        }
    }

    /** Seven corners in a cell in any order: many of the rings cross themselves. */
    @Test
    void invalidAreThoseOfPostgis() throws Exception {
        Random chance = new Random(20261127);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double[] corners = new double[14];
            for (int c = 0; c < 14; c += 2) {
                corners[c] = i / 25 + 0.9 * chance.nextDouble();
                corners[c + 1] = i % 25 + 0.9 * chance.nextDouble();
            }
            shapes.add(Survey.polygon(corners));
        }
        TreeSet<Long> ours = new TreeSet<>();
        sweep(
                shapes,
                Survey.box(0, 0, 25, 25),
                List.of(new TopologyCheck.Invalid()),
                (layer, found) -> ours.add((Long) layer.value(found.feature(), 0)));
        TreeSet<Long> theirs = new TreeSet<>();
        try (Connection postgis =
                DriverManager.getConnection(PrivatePostgres.running().newDatabase("validity"), "postgres", "")) {
            load(postgis, shapes, Survey.box(0, 0, 25, 25));
            try (var statement = postgis.createStatement();
                    ResultSet rows = statement.executeQuery("select id from patch where not st_isvalid(geom)")) {
                while (rows.next()) theirs.add(rows.getLong(1));
            }
        }
        assertThat(theirs).hasSizeBetween(100, 599);
        assertThat(ours).isEqualTo(theirs);
    }

    private void sweep(List<Geometry> shapes, Geometry coverage, Map<String, Double> overlaps, List<Double> gaps) {
        sweep(
                shapes,
                coverage,
                List.of(new TopologyCheck.Overlap(0.01), new TopologyCheck.Gap(0.01, Double.POSITIVE_INFINITY)),
                (layer, found) -> {
                    if (found.check() instanceof TopologyCheck.Gap) gaps.add(found.area());
                    else overlaps.put(pair(layer, found), found.area());
                });
        gaps.sort(null);
    }

    private void sweep(
            List<Geometry> shapes,
            Geometry coverage,
            List<TopologyCheck> checks,
            BiConsumer<Snapshot, TopologyFinding> sink) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) features.add(Feature.of(shapes.get(i), (long) i));
        String hash = Survey.write(folder, PATCHES, coverage, features.toArray(Feature[]::new));
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Snapshot layer = store.open(hash).snapshot();
            TopologySweep.run(layer, checks, Effort.allCores(), found -> sink.accept(layer, found));
        }
    }

    private static String pair(Snapshot layer, TopologyFinding found) {
        long one = (Long) layer.value(found.feature(), 0);
        long other = (Long) layer.value(found.other(), 0);
        return Math.min(one, other) + "-" + Math.max(one, other);
    }

    /** Cells of which some are larger than they should be, some smaller, some not there. */
    private static List<Geometry> broken() {
        Random chance = new Random(20261126);
        List<Geometry> shapes = new ArrayList<>();
        for (int x = 0; x < SIDE; x++)
            for (int y = 0; y < SIDE; y++) {
                double east = x + 1;
                double north = y + 1;
                switch (chance.nextInt(12)) {
                    case 0 -> {
                        continue;
                    }
                    case 1 -> east += 0.2 * chance.nextDouble();
                    case 2 -> north -= 0.2 * chance.nextDouble();
                    default -> {}
                }
                shapes.add(Survey.polygon(x, y, Math.min(SIDE, east), y, Math.min(SIDE, east), north, x, north));
            }
        return shapes;
    }

    private static void load(Connection postgis, List<Geometry> shapes, Geometry coverage) throws Exception {
        try (var statement = postgis.createStatement()) {
            statement.execute("create table patch (id integer primary key, geom geometry(geometry, 4490))");
            statement.execute("create table ground (geom geometry(geometry, 4490))");
        }
        WKBWriter wkb = new WKBWriter();
        try (PreparedStatement insert =
                postgis.prepareStatement("insert into patch values (?, st_setsrid(st_geomfromwkb(?), 4490))")) {
            for (int i = 0; i < shapes.size(); i++) {
                insert.setInt(1, i);
                insert.setBytes(2, wkb.write(shapes.get(i)));
                insert.execute();
            }
        }
        try (PreparedStatement insert =
                postgis.prepareStatement("insert into ground values (st_setsrid(st_geomfromwkb(?), 4490))")) {
            insert.setBytes(1, wkb.write(coverage));
            insert.execute();
        }
    }

    private static Map<String, Double> overlaps(Connection postgis) throws Exception {
        Map<String, Double> found = new TreeMap<>();
        try (var statement = postgis.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select a.id || '-' || b.id, st_area(st_intersection(a.geom, b.geom)::geography) from patch a join patch b
                        on a.id < b.id and (st_overlaps(a.geom, b.geom) or st_contains(a.geom, b.geom) or st_contains(b.geom, a.geom))""")) {
            while (rows.next()) if (rows.getDouble(2) > 0.01) found.put(rows.getString(1), rows.getDouble(2));
        }
        return found;
    }

    private static List<Double> gaps(Connection postgis) throws Exception {
        List<Double> found = new ArrayList<>();
        try (var statement = postgis.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select st_area(d.geom::geography) from ground,
                        lateral st_dump(st_difference(ground.geom, (select st_union(geom) from patch))) d order by 1""")) {
            while (rows.next()) if (rows.getDouble(1) > 0.01) found.add(rows.getDouble(1));
        }
        return found;
    }
}
