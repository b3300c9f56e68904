package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A layer fetched by whoever asked for it, and by nobody else. */
class LayerExportOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk manager = Talk.as(application, "data-manager");

    @BeforeEach
    void oneSquare() {
        application.jdbc().sql("delete from layer_release").update();
        String hash = Squares.snapshot(application, "STBHHX", 1);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release("STBHHX", hash, LocalDate.of(2025, 12, 31), "delivery", false));
    }

    private Talk.Answer ask(Talk who, String... fields) {
        StringBuilder form = new StringBuilder();
        for (String field : fields) {
            int equals = field.indexOf('=');
            form.append(form.isEmpty() ? "" : "&")
                    .append(field, 0, equals + 1)
                    .append(URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return who.send("POST", "/api/exports", "application/x-www-form-urlencoded", form.toString());
    }

    private String made() {
        Talk.Answer asked = ask(manager, "layer=STBHHX", "format=geojson");
        assertThat(asked.status()).as("%s", asked).isEqualTo(202);
        String task = asked.json().get("task").asString();
        TestApplication.eventually(
                "the export ends",
                () -> manager.get("/api/tasks/" + task).json().get("state").asString().equals("DONE"));
        return task;
    }

    @Test
    void theFileIsFetchedUnderItsNameAndEachFetchIsAnAct() {
        String task = made();

        Talk.Answer file = manager.get("/api/exports/" + task);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("STBHHX_2025-12-31.geojson");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.json().get("features").size()).isEqualTo(1);
        assertThat(application.bean(ProofLog.class).listNewest(5))
                .anyMatch(entry -> entry.act().act().equals("onemap:export:download")
                        && entry.act().object().startsWith(task));
    }

    @Test
    void whoDidNotAskDoesNotFindIt() {
        String task = made();
        assertThat(Talk.as(application, "viewer").get("/api/exports/" + task).status())
                .isEqualTo(403);
        assertThat(manager.get("/api/exports/00000000-0000-0000-0000-000000000001").said())
                .isEqualTo("404 onemap.export-gone");
    }

    @Test
    void whatCannotBeMadeIsSaid() {
        assertThat(ask(manager, "layer=STBHHX", "format=doc").said()).isEqualTo("422 onemap.export-format");
        assertThat(ask(manager, "layer=NONE", "format=gpkg").said()).isEqualTo("404 onemap.unknown-layer");
        assertThat(ask(manager, "layer=STBHHX", "format=gpkg", "box=1,2").said())
                .isEqualTo("422 onemap.export-box");
        assertThat(ask(manager, "layer=STBHHX", "format=gpkg", "where=A,B=1").said())
                .isEqualTo("422 onemap.export-field");
        assertThat(ask(manager, "layer=STBHHX", "format=gpkg", "asOf=yesterday").said())
                .isEqualTo("422 onemap.import-date");
        assertThat(ask(manager, "layer=STBHHX", "format=gpkg", "crs=EPSG:1").said())
                .isEqualTo("422 onemap.unknown-crs");
    }
}
