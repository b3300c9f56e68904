package org.cuntu.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.TestApplication.eventually;

import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system administrator and the watching programs see. */
class OperationsOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk admin = Talk.as(application, "system-admin");

    @Test
    void thePageSaysHowTheInstallationIs() {
        eventually("warmed up", () -> admin.get("/actuator/health").status() == 200);

        var state = admin.get("/api/operations").json();

        assertThat(state.get("status").asString()).isEqualTo("UP");
        assertThat(state.get("problems").size()).isZero();
        assertThat(state.get("database").asString()).isEqualTo("H2");
        assertThat(state.at("/disk/free").asLong())
                .isPositive()
                .isLessThan(state.at("/disk/total").asLong());
        assertThat(state.at("/proof/size").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuntu_backup_age_seconds",
                "cuntu_backup_alarm",
                "cuntu_proof_waiting",
                "cuntu_tasks_failed_day",
                "cuntu_problems",
                "cuntu_home_free_bytes",
                "http_server_requests_seconds",
                "jvm_memory_used_bytes",
                "hikaricp_connections_active"
            })
    void theFiguresThatTheAlertsLookAtAreThere(String name) {
        Talk.Answer answer = admin.get("/api/operations/metrics", "Accept", "text/plain");

        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text().lines()).anyMatch(line -> line.startsWith(name));
    }

    @Test
    void whoeverWatchesTheProcessIsToldWhetherItLivesAndIsReadyAndNothingElse() {
        Talk anonymous = Talk.anonymous(application);
        eventually("warmed up", () -> anonymous.get("/api/ready").status() == 200);

        assertThat(anonymous.get("/api/live").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anonymous.get("/api/ready").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theFiguresNameRoutesAndNobody() {
        admin.get("/api/reviews/r-11010519491231002X");

        assertThat(admin.get("/api/operations/metrics").text())
                .contains("uri=\"/api/reviews/{id}\"")
                .doesNotContain("11010519491231002X", "system-admin");
    }

    @Test
    void theListOfPartsNamesWhatTheServerIsMadeOf() {
        Talk.Answer answer = admin.get("/api/operations/parts/server");

        assertThat(answer.json().get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(answer.text()).contains("pkg:maven/org.locationtech.jts/jts-core@", "pkg:maven/com.h2database/h2@");
        assertThat(answer.text()).doesNotContain("junit-jupiter", "assertj");
        assertThat(admin.get("/api/operations/parts/..%2f..%2fapplication.yml").status())
                .isIn(400, 404);
        assertThat(admin.get("/api/operations/parts/none").said()).isEqualTo("404 http.not-found");
    }
}
