package org.cuntu.core.conformity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Map and paper have the same colours. */
class PlateColoursTest {
    @Test
    void zonesAndUsesAreThoseOfThePagesLooks() throws IOException {
        String looks = Files.readString(Path.of(System.getProperty("cuntu.root", ".."), "web/src/onemap/looks.ts"));

        assertThat(compared(looks, "ZONES", "GHFQ2020")).isGreaterThan(10);
        assertThat(compared(looks, "USES", "YDYH2023")).isGreaterThan(10);
    }

    @Test
    void aSurveyClassIsOfItsTokenAndAVariantOfItsBase() {
        assertThat(PlateColours.of("SD2019", "0101")).isEqualTo(Color.decode("#E4F0A8"));
        assertThat(PlateColours.of("SD2019", "0201K")).isEqualTo(PlateColours.of("SD2019", "0201"));
    }

    private static int compared(String looks, String list, String scheme) {
        int start = looks.indexOf("const " + list);
        Matcher entry = Pattern.compile("\\['(\\d+)', '(#[0-9A-F]{6})'\\]")
                .matcher(looks.substring(start, looks.indexOf("\n]", start)));
        int count = 0;
        while (entry.find()) {
            assertThat(PlateColours.of(scheme, entry.group(1)))
                    .as(entry.group(1))
                    .isEqualTo(Color.decode(entry.group(2)));
            count++;
        }
        return count;
    }
}
