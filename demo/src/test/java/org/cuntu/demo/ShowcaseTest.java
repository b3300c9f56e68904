package org.cuntu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ShowcaseTest {
    @Test
    void committedFileIsWhatTheSmallCityOfSeedOneGives() throws IOException {
        assertThat(Showcase.geoJson(SmallCity.CITY)).isEqualTo(committed());
    }

    @Test
    void sitesAreOfASensibleSizeAndShape() throws IOException {
        for (JsonNode site : new ObjectMapper().readTree(committed()).get("features"))
            assertThat(site.get("geometry").get("coordinates").get(0).size())
                    .as(site.get("id").asString())
                    .isBetween(11, 26);
    }

    private static String committed() throws IOException {
        try (InputStream in = ShowcaseTest.class.getResourceAsStream("/showcase.geojson")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
