package org.cuntu.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The one way to write and read a business geometry, {@code geometry(geometry, 4490)}, on both databases: as EWKB bytes
 * with {@code cast(:geom as geometry)} and {@code cast(geom as bytea)}. PostGIS silently accepts a geometry without a
 * system into a 4490 column; here it is refused (contracts 9). Doubles pass unchanged. Thread safe.
 */
public final class GeoSql {
    /** In an insert: {@code values (:id, cast(:geom as geometry))}. */
    public static final String BIND = "cast(:geom as geometry)";

    private GeoSql() {}

    /**
     * The bytes to bind.
     *
     * @throws IllegalArgumentException when the shape is not in EPSG:4490
     */
    public static byte[] write(GeoShape shape) {
        if (!shape.crs().equals(Crs.CGCS2000))
            throw new IllegalArgumentException("only EPSG:4490 is stored, not " + shape.crs());
        Geometry geometry = shape.geometry();
        geometry.setSRID(Crs.CGCS2000.epsg());
        return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry);
    }

    /**
     * From a column selected as {@code cast(geom as bytea)}.
     *
     * @throws SQLException when the stored geometry is not in EPSG:4490
     */
    public static GeoShape read(ResultSet row, String column) throws SQLException {
        try {
            Geometry geometry = new WKBReader().read(row.getBytes(column));
            if (geometry.getSRID() != Crs.CGCS2000.epsg())
                throw new SQLException("stored geometry is in " + geometry.getSRID());
            return GeoShape.of(Crs.CGCS2000, geometry);
        } catch (ParseException e) {
            throw new SQLException("stored geometry: " + e.getMessage(), e);
        }
    }
}
