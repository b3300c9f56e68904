package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Drafts and exports of the drawn site over HTTP, and what the proof log says of them. */
class SitesOverHttpTest {
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.402,24.3],[109.402,24.302],"
                    + "[109.4,24.302],[109.4,24.3]],[[109.4005,24.3005],[109.4005,24.301],[109.401,24.301],[109.401,24.3005],[109.4005,24.3005]]]}";
    private static final String SITE =
            "{\"name\":\"柳东新区(一期)\",\"plots\":[{\"number\":\"1\",\"name\":\"北块\",\"use\":\"1001\",\"geometry\":"
                    + SQUARE + "}],\"project\":{\"kind\":\"batch\"}}";

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @ParameterizedTest
    @CsvSource({"EPSG:4524, 36, 3", "EPSG:4525, 37, 3", "EPSG:4497, 19, 6"})
    void aTxtComesInAgainWithTheAreasThatItStates(String crs, int zone, int width) {
        Talk.Answer out = export("format=txt&crs=" + crs, SITE);

        SiteFile back = read(out, "a.txt");
        assertThat(back.crs()).isEqualTo(Crs.zone(zone, width, true));
        assertThat(back.warnings()).isEmpty();
        Plot plot = back.plots().getFirst();
        assertThat(SiteAreas.legalArea(plot).value().hectares(4))
                .isEqualTo(plot.stated().value().hectares(4));
        // written again from what was read, it is the same file to the byte: nothing moves from round to round
        assertThat(org.cuntu.engine.format.PlotTxtWriter.write(back))
                .isEqualTo(out.response().body());
    }

    @Test
    void aTxtIsInGb18030AndNamedInChinese() {
        Talk.Answer out = export("format=txt", SITE);

        assertThat(new String(out.response().body(), Charset.forName("GB18030")))
                .contains("北块", "几度分带=3", "带号=36");
        // RFC 5987 of 柳东新区(一期).txt
        assertThat(out.header("Content-Disposition"))
                .contains("filename*=UTF-8''%E6%9F%B3%E4%B8%9C%E6%96%B0%E5%8C%BA%28%E4%B8%80%E6%9C%9F%29.txt");
    }

    @Test
    void geoJsonAndShapefileKeepTheVerticesToTheLastDigit() {
        SiteFile geojson = read(export("format=geojson", SITE), "a.geojson");
        SiteFile shapefile = read(export("format=shapefile&encoding=gbk", SITE), "a.zip");

        for (SiteFile back : List.of(geojson, shapefile)) {
            assertThat(back.crs()).isEqualTo(Crs.CGCS2000);
            assertThat(back.plots().getFirst().name()).isEqualTo("北块");
            assertThat(back.plots().getFirst().shape().geometry().norm())
                    .isEqualTo(geojson.plots().getFirst().shape().geometry().norm());
        }
        assertThat(geojson.plots().getFirst().shape().geometry().getCoordinates())
                .anyMatch(c -> c.x == 109.4005);
    }

    @Test
    void anExportLeavesItsEntry() {
        export("format=geojson", SITE);

        assertThat(application.bean(ProofLog.class).listNewest(5))
                .anyMatch(entry -> entry.act().act().equals("conformity:site:export")
                        && entry.act().actor().equals("viewer")
                        && entry.act().object().equals("柳东新区(一期).geojson EPSG:4490"));
    }

    @ParameterizedTest
    @CsvSource({
        "format=txt&crs=EPSG:4490, 422 site.export-plane",
        "format=dwg, 422 site.export-format",
        "format=shapefile&encoding=latin, 422 site.export-encoding",
        "format=txt&crs=EPSG:9, 422 review.unknown-crs",
        "format=txt&crs=EPSG:4496, 422 site.export-zone",
        "format=shapefile&crs=EPSG:4533, 422 site.export-zone"
    })
    void whatCannotBeWrittenIsSaidInWords(String query, String said) {
        assertThat(post("/api/sites/export?" + query, SITE).said()).isEqualTo(said);
    }

    @Test
    void aSiteWithCrossingEdgesIsNotExported() {
        String eight = SITE.replace(
                SQUARE,
                "{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.401,24.301],[109.401,24.3],[109.4,24.301],[109.4,24.3]]]}");

        assertThat(post("/api/sites/export?format=geojson", eight).said()).startsWith("422 shape.");
    }

    @Test
    void aDraftIsKeptOpenedRenamedAndRemoved() {
        JsonNode kept = post("/api/drafts", SITE).json();
        String id = kept.get("id").asString();

        JsonNode opened = viewer.get("/api/drafts/" + id).json();
        assertThat(opened.get("plots")
                        .get(0)
                        .get("geometry")
                        .get("coordinates")
                        .get(0)
                        .get(0)
                        .get(0)
                        .asDouble())
                .isEqualTo(109.4);
        assertThat(put("/api/drafts/" + id + "/name", "{\"name\":\"二期\",\"version\":1}")
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(put("/api/drafts/" + id, SITE.replace("{\"name\"", "{\"version\":2,\"name\""))
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(3);
        assertThat(viewer.get("/api/drafts").text()).contains("柳东新区(一期)");
        assertThat(viewer.send("DELETE", "/api/drafts/" + id + "?version=3", "application/json", "")
                        .status())
                .isEqualTo(204);
        assertThat(viewer.get("/api/drafts/" + id).said()).isEqualTo("404 draft.unknown");
        assertThat(application.bean(ProofLog.class).listNewest(20))
                .extracting(entry -> entry.act().act())
                .contains(
                        "conformity:draft:create",
                        "conformity:draft:read",
                        "conformity:draft:rename",
                        "conformity:draft:save",
                        "conformity:draft:list",
                        "conformity:draft:remove");
    }

    @Test
    void theSecondWindowIsToldWhatHappened() {
        String id = post("/api/drafts", SITE).json().get("id").asString();
        String second = SITE.replace("{\"name\"", "{\"version\":1,\"name\"");
        put("/api/drafts/" + id, second);

        Talk.Answer told = put("/api/drafts/" + id, second);

        assertThat(told.said()).isEqualTo("409 draft.changed");
        assertThat(told.json().get("title").asString()).contains("柳东新区(一期)", "第 2 版");
    }

    @Test
    void anothersDraftIsNotFound() {
        String id = post("/api/drafts", SITE).json().get("id").asString();

        assertThat(Talk.as(application, "reviewer").get("/api/drafts/" + id).said())
                .isEqualTo("404 draft.unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\" \",\"plots\":[]} | 422 draft.name",
                "{\"name\":\"a\"} | 422 review.request",
                "{\"name\":\"a\",\"plots\":[{}]} | 422 review.request",
                "{\"name\":\"a\\u0007\",\"plots\":[]} | 422 draft.name"
            })
    void aDraftThatIsNoneIsRefused(String body, String said) {
        assertThat(post("/api/drafts", body).said()).isEqualTo(said);
    }

    private Talk.Answer export(String query, String body) {
        Talk.Answer answer = post("/api/sites/export?" + query, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private Talk.Answer post(String path, String body) {
        return viewer.send("POST", path, "application/json", body);
    }

    private Talk.Answer put(String path, String body) {
        return viewer.send("PUT", path, "application/json", body);
    }

    private static SiteFile read(Talk.Answer answer, String name) {
        assertThat(answer.response().body().length).isLessThan(1 << 20);
        assertThat(new String(answer.response().body(), StandardCharsets.ISO_8859_1))
                .isNotEmpty();
        return SiteReader.read(answer.response().body(), name, null, InputLimits.SITE);
    }
}
