package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.intake.Intakes.DAY;
import static org.cuntu.core.intake.Intakes.LAYER;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.testing.Deliveries;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file that holds several layers: it is sent first, its layers are told, and one of them is submitted or imported. */
class UploadsOverHttpTest {
    private static final TestApplication APPLICATION = TestApplication.onTheWeb();
    private static final String BOUNDARY = "x";

    @TempDir
    private static Path folder;

    private static byte[] twoLayers;
    private static Talk officer;
    private static JsonNode upload;

    @BeforeAll
    static void aFileWithTheRedLinesAndTheRoads() throws Exception {
        Path file = folder.resolve("base.gpkg");
        LayerFiles.writePackage(
                List.of(layer("roads", 2), layer(LAYER.toLowerCase(java.util.Locale.ROOT), 3)), Instant.EPOCH, file);
        twoLayers = Files.readAllBytes(file);
        officer = Talk.as(APPLICATION, "data-officer");
        upload = sent(officer, "base.gpkg", twoLayers).json();
    }

    private static LayerContent layer(String name, int features) {
        List<Field> fields = List.of(
                new Field("BSM", Field.Type.TEXT, "BSM", "BSM"),
                new Field("HXMC", Field.Type.TEXT, "HXMC", "HXMC"),
                new Field("MJ", Field.Type.DECIMAL, "MJ", "MJ"));
        return new LayerContent(name, name, fields, Crs.CGCS2000, features, row -> {
            for (int i = 0; i < features; i++)
                row.take(Squares.square(i), Arrays.asList("45020300000000000" + i, name + i, null));
        });
    }

    private static Talk.Answer sent(Talk who, String name, byte[] content) {
        return post(who, "/api/submissions/uploads", Map.of("layer", LAYER), "file", name, content);
    }

    private static Talk.Answer submitted(Talk who, Map<String, String> more) {
        Map<String, String> texts = new LinkedHashMap<>(Map.of(
                "layer", LAYER, "kind", "FULL", "inForceFrom", DAY.toString(), "source", "d", "ground", "features"));
        texts.putAll(more);
        return post(who, "/api/submissions", texts, null, "", new byte[0]);
    }

    private static Talk.Answer post(
            Talk who, String path, Map<String, String> texts, String part, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        texts.forEach((key, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (part != null) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + name + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return who.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "X-XSRF-TOKEN",
                who.token());
    }

    private static String id() {
        return upload.path("id").asString();
    }

    @Test
    void theLayersOfAFileAreToldWithTheirCountsAndTheOneOfTheSameNameIsProposed() {
        assertThat(upload.path("naming").asString()).isEqualTo("NEEDED");
        assertThat(upload.path("layers").toString())
                .isEqualTo("[{\"name\":\"roads\",\"features\":2,\"geometry\":\"AREA\",\"proposed\":false},"
                        + "{\"name\":\"stbhhx\",\"features\":3,\"geometry\":\"AREA\",\"proposed\":true}]");
    }

    @Test
    void theLayerThatWasChosenIsReadAndIsPartOfWhereTheSubmissionCameFrom() {
        JsonNode made = submitted(officer, Map.of("wholeUpload", id(), "wholeLayer", "STBHHX"))
                .json();

        String address = "/api/submissions/" + made.path("id").asString();
        TestApplication.eventually(
                "the submission is read",
                () -> !officer.get(address + "/progress").json().path("working").asBoolean());
        JsonNode shown = officer.get(address).json();
        assertThat(shown.path("features").asInt()).isEqualTo(3);
        assertThat(shown.path("files").path(0).path("sourceLayer").asString()).isEqualTo("stbhhx");
        assertThat(shown.path("files").path(0).path("sha256").asString()).hasSize(64);
    }

    @Test
    void withoutAChoiceItIsRefusedAndTheNamesAreListed() {
        Talk.Answer refused = submitted(officer, Map.of("wholeUpload", id()));

        assertThat(refused.said()).isEqualTo("422 format.layer-needed");
        assertThat(refused.text()).contains("roads, stbhhx");
    }

    @Test
    void aLayerThatTheFileDoesNotHaveIsRefusedAndTheNamesAreListed() {
        Talk.Answer refused = submitted(officer, Map.of("wholeUpload", id(), "wholeLayer", "DLTB"));

        assertThat(refused.said()).isEqualTo("422 format.layer-unknown");
        assertThat(refused.text()).contains("roads, stbhhx");
    }

    @Test
    void nobodyElseCanSubmitAnUpload() {
        Talk other = Talk.as(APPLICATION, "data-manager");

        assertThat(submitted(other, Map.of("wholeUpload", id(), "wholeLayer", "roads"))
                        .said())
                .isEqualTo("422 intake.unknown-upload");
    }

    @Test
    void ofAFileWithOneLayerNothingIsAsked() {
        JsonNode one = sent(
                        officer,
                        "a.geojson",
                        Deliveries.geoJson("\"BSM\":\"1\"", Deliveries.square(1))
                                .getBytes(StandardCharsets.UTF_8))
                .json();

        assertThat(one.path("naming").asString()).isEqualTo("NONE");
        assertThat(one.path("layers")).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedAsSoonAsItIsSent() {
        assertThat(sent(officer, "a.gpkg", Arrays.copyOf(twoLayers, 3_000)).said())
                .startsWith("422 format.gpkg.");
    }

    @Test
    void aSecretIsRefusedByItsNameBeforeItIsKept() {
        assertThat(sent(officer, "机密.gpkg", twoLayers).said()).isEqualTo("422 intake.secret");
    }

    @Test
    void anImportNamesItsLayerToo() {
        Talk manager = Talk.as(APPLICATION, "data-manager");
        Map<String, String> order =
                Map.of("layer", LAYER, "inForceFrom", "2020-01-01", "source", "old", "ground", "features");

        assertThat(post(manager, "/api/imports", order, "file", "base.gpkg", twoLayers)
                        .said())
                .isEqualTo("422 format.layer-needed");
    }
}
