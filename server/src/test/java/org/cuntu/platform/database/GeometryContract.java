package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** A business geometry goes in and out unchanged, and never without its coordinate system (contracts 9). */
abstract class GeometryContract {
    private final TestApplication application = application();

    abstract TestApplication application();

    @BeforeEach
    void table() {
        application
                .jdbc()
                .sql("create table shape (geom geometry(geometry, 4490) not null)")
                .update();
    }

    @AfterEach
    void noTable() {
        application.jdbc().sql("drop table shape").update();
    }

    @Test
    void everyDoubleComesBackToTheLastBit() throws Exception {
        Geometry given = new WKTReader(new GeometryFactory())
                .read(
                        "MULTIPOLYGON (((109.40000000000001 24.3, 109.1 24.30000000000001, 109.2 24.7, 109.40000000000001 24.3)))");
        insert(GeoSql.write(GeoShape.of(Crs.CGCS2000, given)));

        GeoShape read = application
                .jdbc()
                .sql("select cast(geom as bytea) as geom from shape")
                .query((row, n) -> GeoSql.read(row, "geom"))
                .single();

        assertThat(read.crs()).isEqualTo(Crs.CGCS2000);
        assertThat(List.of(read.geometry().getCoordinates())).isEqualTo(List.of(given.getCoordinates()));
    }

    @Test
    void aShapeOfAnotherSystemIsRefused() {
        GeoShape plane = GeoShape.of(Crs.find(4525).orElseThrow(), Squares.square(1));

        assertThatThrownBy(() -> GeoSql.write(plane)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenCarriesItsSystemAlthoughTheShapeCarriedNone() {
        byte[] ewkb = GeoSql.write(GeoShape.of(Crs.CGCS2000, Squares.square(1)));

        // EWKB: byte order, type with the flag of a system, then the system
        ByteBuffer bytes = ByteBuffer.wrap(ewkb).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(1) & 0x20000000).isNotZero();
        assertThat(bytes.getInt(5)).isEqualTo(4490);
    }

    @Test
    void aStoredGeometryWithoutASystemIsNotRead() {
        application.jdbc().sql("create table loose (geom geometry)").update();
        try {
            byte[] without = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false).write(Squares.square(1));
            application
                    .jdbc()
                    .sql("insert into loose (geom) values (" + GeoSql.BIND + ")")
                    .param("geom", without)
                    .update();

            assertThatThrownBy(() -> application
                            .jdbc()
                            .sql("select cast(geom as bytea) as geom from loose")
                            .query((row, n) -> GeoSql.read(row, "geom"))
                            .single())
                    .rootCause()
                    .hasMessageContaining("stored geometry is in 0");
        } finally {
            application.jdbc().sql("drop table loose").update();
        }
    }

    private void insert(byte[] geometry) {
        application
                .jdbc()
                .sql("insert into shape (geom) values (" + GeoSql.BIND + ")")
                .param("geom", geometry)
                .update();
    }
}
