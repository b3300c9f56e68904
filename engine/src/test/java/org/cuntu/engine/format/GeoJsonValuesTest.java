package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** What a layer's GeoJSON says comes out to the last digit, in whatever order and encoding it is written. */
class GeoJsonValuesTest {
    private static final String CELL = "[[[109.4,24.3],[109.41,24.3],[109.41,24.31],[109.4,24.31],[109.4,24.3]]]";

    @TempDir
    Path folder;

    private FeatureReader open(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), text, charset);
        return FeatureReader.open(file, "a.geojson", Crs.CGCS2000, InputLimits.LAYER, folder);
    }

    private static String feature(String properties, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    private List<Map<String, @Nullable Object>> values(String... properties) throws IOException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        try (FeatureReader reader = open(
                List.of(properties).stream().map(one -> feature(one, CELL)).collect(Collectors.joining("\n")),
                StandardCharsets.UTF_8)) {
            reader.forEach(feature -> all.add(feature.values()));
        }
        return all;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }

    @Test
    void aFeatureHasItsOwnValuesWhateverItsNeighboursHave() throws IOException {
        List<Map<String, @Nullable Object>> all = values(
                "\"a\":\"x\",\"b\":1,\"c\":null", "\"c\":\"z\"", "\"b\":2,\"a\":\"x\"", "\"a\":\"y\",\"d\":true", "");

        assertThat(all)
                .isEqualTo(List.of(
                        map("a", "x", "b", 1L, "c", null),
                        map("c", "z"),
                        map("b", 2L, "a", "x"),
                        map("a", "y", "d", "true"),
                        map()));
    }

    @Test
    void fieldsComeInTheOrderOfTheFeatureAndAreThereOrNot() throws IOException {
        List<Map<String, @Nullable Object>> all = values("\"a\":1,\"b\":null,\"c\":3", "\"c\":1,\"a\":2", "\"c\":4");

        assertThat(all.get(0).keySet()).containsExactly("a", "b", "c");
        assertThat(all.get(1).keySet()).containsExactly("c", "a");
        assertThat(all.get(2)).containsOnlyKeys("c").doesNotContainKey("a");
        assertThat(all.get(0).containsKey("b")).isTrue();
        List<String> seen = new ArrayList<>();
        all.get(0).forEach((name, value) -> seen.add(name + "=" + value));
        assertThat(seen).containsExactly("a=1", "b=null", "c=3");
    }

    @Test
    void ofAFieldThatComesTwiceTheLastValueHolds() throws IOException {
        assertThat(values("\"a\":1,\"b\":2,\"a\":3")).isEqualTo(List.of(map("a", 3L, "b", 2L)));
    }

    @Test
    void numbersKeepTheirDigitsAndWhatIsTooLongIsText() throws IOException {
        Map<String, @Nullable Object> row = values(
                        "\"whole\":-12,\"long\":123456789012345678,\"longer\":1234567890123456789,"
                                + "\"money\":1.50,\"small\":1e-7,\"huge\":1e1000,\"tiny\":1.5E-100,\"nought\":0.00")
                .getFirst();

        Map<String, String> shown = new LinkedHashMap<>();
        row.forEach((name, value) ->
                shown.put(name, value == null ? "null" : value.getClass().getSimpleName() + " " + value));
        assertThat(shown)
                .containsEntry("whole", "Long -12")
                .containsEntry("long", "Long 123456789012345678")
                .containsEntry("longer", "String 1234567890123456789")
                .containsEntry("money", "BigDecimal 1.50")
                .containsEntry("small", "BigDecimal 1E-7")
                .containsEntry("huge", "String 1e1000")
                .containsEntry("tiny", "String 1.5E-100")
                .containsEntry("nought", "BigDecimal 0.00");
    }

    @Test
    void theTypeOfAFieldIsThatOfAllItsValues() throws IOException {
        String text = feature("\"a\":1,\"b\":1,\"c\":null,\"d\":1e1000", CELL) + "\n"
                + feature("\"a\":1.5,\"b\":\"x\",\"c\":2,\"d\":1", CELL);
        try (FeatureReader reader = open(text, StandardCharsets.UTF_8)) {
            assertThat(reader.schema())
                    .extracting(field -> field.code() + " " + field.type())
                    .containsExactly(
                            "a " + Field.Type.DECIMAL,
                            "b " + Field.Type.TEXT,
                            "c " + Field.Type.INTEGER,
                            "d " + Field.Type.TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void everyCoordinateIsTheDoubleNearestToItsDigits(String charset) throws IOException {
        Random chance = new Random(20261126);
        List<String> written = new ArrayList<>();
        // one ring a digit count, jittered around a circle: it is not judged whether it is valid here
        for (int i = 0; i < 400; i++) {
            int digits = 1 + chance.nextInt(18);
            String tail = chance.ints(digits, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
            written.add("[109.4" + tail + ",24.3" + tail + (i % 7 == 0 ? "e0" : "") + "]");
        }
        written.add(written.getFirst());
        String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";

        List<Coordinate> read = new ArrayList<>();
        try (FeatureReader reader = open(
                mark + feature("\"名\":\"柳\"", "[[" + String.join(",", written) + "]]"), Charset.forName(charset))) {
            reader.forEach(feature -> {
                assertThat(feature.values()).containsEntry("名", "柳");
                read.addAll(List.of(feature.shape().geometry().getCoordinates()));
            });
        }

        assertThat(read).hasSize(written.size());
        for (int i = 0; i < read.size(); i++) {
            String[] two =
                    written.get(i).substring(1, written.get(i).length() - 1).split(",");
            assertThat(read.get(i).x).as(written.get(i)).isEqualTo(Double.parseDouble(two[0]));
            assertThat(read.get(i).y).as(written.get(i)).isEqualTo(Double.parseDouble(two[1]));
        }
    }
}
