package org.cuntu.core.onemap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cuntu.platform.home.CityFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How small a piece counts for rules is a dated setting of the city, and of a layer (contracts 3). */
class DatedSliversTest {
    @TempDir
    Path city;

    @Test
    void theLimitIsTheOneInForceAtTheDayAndKnownAtTheInstant() throws IOException {
        RegisterFile register = register("""
                slivers:
                  - {areaBelow: 1.0, widthBelow: 0.2, inForce: {from: "2000-01-01", to: "2026-01-01"}}
                  - {areaBelow: 2.0, widthBelow: 0.2, inForce: {from: "2026-01-01"}}
                  - {areaBelow: 3.0, widthBelow: 0.2, inForce: {from: "2026-01-01"}, knownFrom: "2026-05-01T00:00:00Z"}
                """, "");

        assertThat(areaBelow(register, "2025-12-31", null)).isEqualTo(1.0);
        assertThat(areaBelow(register, "2026-02-01", "2026-04-01T00:00:00Z")).isEqualTo(2.0);
        assertThat(areaBelow(register, "2026-02-01", null)).isEqualTo(3.0);
    }

    @Test
    void aLayersOwnLimitGoesBeforeTheCitysAndWithoutAnyThoseOfTheContractHold() throws IOException {
        String usual = "slivers: [{areaBelow: 4.0, widthBelow: 0.2, inForce: {from: \"2000-01-01\"}}]\n";

        assertThat(areaBelow(
                        register(
                                usual,
                                ", slivers: [{areaBelow: 0.5, widthBelow: 0.1, inForce: {from: \"2020-01-01\"}}]"),
                        "2026-02-01",
                        null))
                .isEqualTo(0.5);
        assertThat(areaBelow(register("", ""), "2026-02-01", null)).isEqualTo(1.0);
    }

    private static double areaBelow(RegisterFile register, String day, String known) {
        return register.layers()
                .getFirst()
                .at(LocalDate.parse(day), known == null ? null : Instant.parse(known))
                .slivers()
                .areaBelow();
    }

    private RegisterFile register(String usual, String own) throws IOException {
        Files.writeString(city.resolve("layers.yaml"), usual + """
                layers:
                  - {code: STBHHX, zh: 红线, en: Red line, kind: DISJOINT, group: control-line, owner: 科, fields: [{code: BSM, zh: 码, en: Id}]%s}
                """.formatted(own));
        return new RegisterFile(new CityFolder(
                city,
                "450200",
                "柳州市",
                "Liuzhou",
                ZoneId.of("Asia/Shanghai"),
                List.of(0.0, 0.0, 1.0, 1.0),
                List.of(0.5, 0.5)));
    }
}
