package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.engine.geometry.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WktTest {
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

    @ParameterizedTest
    @CsvSource({
        "CGCS2000_3_Degree_GK_Zone_36, 108, 36500000, 4524",
        "CGCS2000_3_Degree_GK_CM_108E, 108, 500000, 4545",
        "CGCS2000_3_Degree_GK_CM_111E, 111, 500000, 4546",
        "CGCS2000_GK_Zone_19, 111, 19500000, 4497",
        "CGCS2000_GK_CM_111E, 111, 500000, 4508",
        "柳州独立名称, 108, 36500000, 4524"
    })
    void zonesAreToldByTheirFigures(String name, String meridian, String falseEasting, int epsg) {
        for (String method : new String[] {"Gauss_Kruger", "Transverse_Mercator"})
            assertThat(Wkt.crs(plane(name, method, meridian, falseEasting, "1.0")))
                    .map(Crs::epsg)
                    .contains(epsg);
    }

    @Test
    void geographicSystemsAreToldByEllipsoidAndDatum() {
        assertThat(Wkt.crs(ShapefileMaker.CGCS2000)).contains(Crs.CGCS2000);
        assertThat(Wkt.crs(WGS84)).contains(Crs.WGS84);
        assertThat(Wkt.crs(ShapefileMaker.CGCS2000.replace("D_China_2000", "D_ETRS_1989")))
                .isEmpty();
    }

    @Test
    void webMercatorIsKnown() {
        assertThat(Wkt.crs("PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84
                        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",0.0],UNIT[\"Meter\",1.0]]"))
                .contains(Crs.WEB_MERCATOR);
    }

    @ParameterizedTest
    @CsvSource({"107, 36500000, 1.0", "108, 37500000, 1.0", "108, 36500000, 0.9996", "108, 36400000, 1.0"})
    void aZoneOfItsOwnMakeIsUnknown(String meridian, String falseEasting, String scale) {
        assertThat(Wkt.crs(plane("CGCS2000_3_Degree_GK_Zone_36", "Gauss_Kruger", meridian, falseEasting, scale)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "GEOGCS[", "GEOGCS[\"a", "GEOGCS[]", "PROJCS[\"a\"]", "[[[[", "LOCAL_CS[\"a\"]"})
    void rubbishIsUnknown(String text) {
        assertThat(Wkt.crs(text)).isEmpty();
    }

    private static String plane(String name, String method, String meridian, String falseEasting, String scale) {
        return "PROJCS[\"" + name + "\"," + ShapefileMaker.CGCS2000 + ",PROJECTION[\"" + method
                + "\"],PARAMETER[\"False_Easting\"," + falseEasting + "],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\"," + scale
                + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }
}
