package org.cuntu.platform.formats.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** A small GeoPackage of our own writing, and what an unfriendly hand can make of it. */
class GeoPackageTest {
    private static final String CELL = "POLYGON((109.4 24.3,109.41 24.3,109.41 24.310000000000002,109.4 24.31,109.4 24.3))";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.gpkg");
        Geometry cell = new WKTReader().read(CELL);
        List<Field> fields = List.of(
                new Field("DLMC", Field.Type.TEXT, "地类名称", "class"),
                new Field("fid", Field.Type.INTEGER, "序号", "number"),
                new Field("TBMJ", Field.Type.DECIMAL, "图斑面积", "area"),
                new Field("RQ", Field.Type.DATE, "日期", "date"));
        GeoPackageLayer.write(
                List.of(new LayerContent("DLTB", "地类图斑", fields, Crs.CGCS2000, 2, row -> {
                    row.take(cell, List.of("水田龘", 7L, new BigDecimal("9600.25"), LocalDate.of(2026, 11, 26)));
                    row.take(cell, Arrays.asList(null, null, null, null));
                })),
                Instant.parse("2026-11-26T00:00:00Z"),
                file);
    }

    @Test
    void outlinesAndValuesReadBackAsWritten() throws Exception {
        List<SourceFeature> read = read(null);
        assertThat(read.getFirst().shape().geometry().getGeometryN(0).equalsExact(new WKTReader().read(CELL)))
                .isTrue();
        assertThat(read.getFirst().values().values())
                .containsExactly("水田龘", 7L, new BigDecimal("9600.25"), LocalDate.of(2026, 11, 26));
        assertThat(read.getLast().values().values()).containsOnlyNulls();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table gpkg_contents|format.gpkg.none",
                "delete from gpkg_contents|format.gpkg.no-layer",
                "update gpkg_geometry_columns set srs_id = 0|format.crs-unknown",
                "update gpkg_geometry_columns set srs_id = 4326|format.crs-mixed",
                "update DLTB set geom = null|format.no-geometry",
                "update DLTB set geom = x'47500001'|format.wkb",
                "update DLTB set DLMC = cast(x'cbaecccf' as text)|format.gpkg.text",
                "update gpkg_contents set table_name = 'nowhere'|format.gpkg.damaged"
            })
    void whatCannotBeTrustedIsRefused(String change, String code) throws Exception {
        change("pragma foreign_keys = off", change);
        if (change.contains("nowhere")) change("update gpkg_geometry_columns set table_name = 'nowhere'");
        assertThat(refused(null)).contains(code);
    }

    @Test
    void aViewThatComputesForEverIsNotRun() throws Exception {
        change(
                "alter table DLTB rename to hidden",
                "create view DLTB as with recursive n(i) as (select 1 union all select i + 1 from n)"
                        + " select i as fid, cast(i as blob) as geom from n");
        assertThat(refused(null)).containsExactly("format.gpkg.damaged");
    }

    @Test
    void ofSeveralLayersOneIsNamed() throws Exception {
        change(
                "create table XZQ (fid integer primary key, geom blob, MC text)",
                "insert into XZQ select fid, geom, '柳州' from DLTB limit 1",
                "insert into gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
                        + " values ('XZQ', 'features', 'x', '2026-11-26', 4490)",
                "insert into gpkg_geometry_columns values ('XZQ', 'geom', 'POLYGON', 4490, 0, 0)");
        assertThat(refused(null)).containsExactly("format.layer-needed");
        assertThat(refused("DLTX")).containsExactly("format.layer-unknown");
        assertThat(read("xzq")).extracting(f -> f.values().get("MC")).containsExactly("柳州");
    }

    @Test
    void anotherSqliteFileIsNoGeoPackage() throws Exception {
        file = folder.resolve("b.gpkg");
        change("create table a (b)");
        assertThat(refused(null)).containsExactly("format.gpkg.none");
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length - 4096, 5000, 200}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refused(null)).isNotEmpty();
        }
    }

    private void change(String... statements) throws Exception {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sqlite.createStatement()) {
            for (String one : statements) statement.execute(one);
        }
    }

    private List<SourceFeature> read(@Nullable String layer) {
        List<SourceFeature> features = new ArrayList<>();
        ReadOrder order = new ReadOrder(null, layer, false);
        try (FeatureReader reader = FeatureReader.open(file, "a.gpkg", InputLimits.LAYER, folder, order)) {
            reader.forEach(features::add);
        }
        return features;
    }

    private List<String> refused(@Nullable String layer) {
        return catchThrowableOfType(InputRefused.class, () -> read(layer)).problems().stream()
                .map(Problem::code)
                .distinct()
                .toList();
    }
}
