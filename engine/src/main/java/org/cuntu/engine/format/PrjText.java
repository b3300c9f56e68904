package org.cuntu.engine.format;

import org.cuntu.engine.geometry.Crs;

/**
 * The .prj of a system that the platform writes: well-known text of the first version with ESRI's names, which ArcGIS,
 * SuperMap and GDAL all know. {@link Wkt} reads each back to the same system.
 */
public final class PrjText {
    private static final String CGCS2000 =
            geographic("GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", "298.257222101");
    private static final String WGS84 = geographic("GCS_WGS_1984", "D_WGS_1984", "WGS_1984", "298.257223563");

    private PrjText() {}

    public static String of(Crs crs) {
        return switch (crs.kind()) {
            case GEOGRAPHIC -> crs.equals(Crs.WGS84) ? WGS84 : CGCS2000;
            case WEB_MERCATOR ->
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84
                        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                        + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
                        + "UNIT[\"Meter\",1.0]]";
            case GAUSS_KRUGER ->
                "PROJCS[\"" + name(crs) + "\"," + CGCS2000
                        + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\"," + crs.falseEasting()
                        + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\","
                        + crs.centralMeridian() + "],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
        };
    }

    private static String name(Crs zone) {
        String width = zone.zoneWidth() == 3 ? "3_Degree_GK_" : "GK_";
        return "CGCS2000_" + width
                + (zone.prefixed() ? "Zone_" + zone.zone() : "CM_" + (int) zone.centralMeridian() + "E");
    }

    private static String geographic(String name, String datum, String spheroid, String flattening) {
        return "GEOGCS[\"" + name + "\",DATUM[\"" + datum + "\",SPHEROID[\"" + spheroid + "\",6378137.0," + flattening
                + "]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    }
}
