package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePickTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void threeFeaturesOfTwoSites() throws Exception {
        file = Files.writeString(folder.resolve("sites.geojson"), """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"site":"road","name":{"zh":"道路","en":"Road"},"kind":"single",
                   "purpose":"1207","documents":["land-use-approval"]},"geometry":%1$s},
                 {"type":"Feature","properties":{"site":"school","name":"School"},"geometry":%1$s},
                 {"type":"Feature","properties":{"site":"road"},"geometry":%2$s}]}
                """.formatted(square("109.40"), square("109.50")));
    }

    private static String square(String west) {
        String east = west + "1";
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,24.3],[%2$s,24.3],[%2$s,24.301],[%1$s,24.301],[%1$s,24.3]]]}"
                .formatted(west, east);
    }

    @Test
    void featuresOfOneIdAreThePlotsOfOneSite() throws Exception {
        SitePick pick = SitePick.of(file, "road", "zh");
        Path alone = pick.write(folder.resolve("alone.geojson"));
        SiteFile site = SiteReader.read(alone, "alone.geojson", null, InputLimits.SITE);
        assertThat(site.plots()).extracting("number").containsExactly("1", "2");
    }

    @Test
    void theFileMaySayWhatTheProjectIs() {
        SitePick pick = SitePick.of(file, "road", "en");
        assertThat(pick.name()).isEqualTo("Road");
        assertThat(pick.text("kind")).isEqualTo("single");
        assertThat(pick.text("purpose")).isEqualTo("1207");
        assertThat(pick.text("level")).isNull();
        assertThat(pick.documents()).containsExactly("land-use-approval");
    }

    @Test
    void anUnknownIdIsRefusedWithThoseThatAreThere() {
        assertThatThrownBy(() -> SitePick.of(file, "harbour", "zh"))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.problem().args()).containsEntry("known", "road, school"));
    }
}
