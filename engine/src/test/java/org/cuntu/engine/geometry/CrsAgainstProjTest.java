package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * Conversion against PROJ 9.1.1 (cs2cs with ten decimals), 3° and 6° zones with and without prefix and Web Mercator, to
 * a tenth of a millimetre. How the table was made stands at its head.
 */
class CrsAgainstProjTest {
    private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

    static Stream<String> table() throws IOException {
        try (InputStream in = CrsAgainstProjTest.class.getResourceAsStream("proj-reference.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void agreesWithProjToATenthOfAMillimetreBothWays(String line) {
        String[] row = line.split(",");
        Crs crs = Crs.find(Integer.parseInt(row[0])).orElseThrow();
        double lon = Double.parseDouble(row[1]);
        double lat = Double.parseDouble(row[2]);
        double x = Double.parseDouble(row[3]);
        double y = Double.parseDouble(row[4]);

        Coordinate plane = crs.fromGeodetic(lon, lat);
        assertThat(plane.x).isCloseTo(x, within(TENTH_OF_A_MILLIMETRE));
        assertThat(plane.y).isCloseTo(y, within(TENTH_OF_A_MILLIMETRE));

        Coordinate geodetic = crs.toGeodetic(x, y);
        assertThat(geodetic.x).isCloseTo(lon, within(TENTH_OF_A_MILLIMETRE / 111_320));
        assertThat(geodetic.y).isCloseTo(lat, within(TENTH_OF_A_MILLIMETRE / 111_320));
    }
}
