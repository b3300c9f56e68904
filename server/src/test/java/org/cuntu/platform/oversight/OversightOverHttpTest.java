package org.cuntu.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.ProofPaper;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The log over HTTP: for the auditor, and each look an entry. */
class OversightOverHttpTest {
    @TempDir
    Path folder;

    private final TestApplication application = TestApplication.onTheWeb();
    private final ProofLog log = application.bean(ProofLog.class);
    private final Talk auditor = Talk.as(application, "audit-admin");
    private final String own = "h" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anEntryIsListedAndOpenedWithItsProof() {
        String leaf = append(new ProofAct("reviewer", "test:thing:do", own, null));

        JsonNode list = auditor.get("/api/proof/entries?object=" + own).json();
        JsonNode opened = auditor.get("/api/proof/entries/" + leaf).json();

        assertThat(list.at("/items/0/leaf").asString()).isEqualTo(leaf);
        assertThat(list.at("/items/0/name").asString()).isEqualTo("reviewer");
        ProofPaper paper = ProofPaper.of(opened.path("paper"));
        assertThat(paper.inclusion().holds(paper.hash(), paper.body())).isTrue();
        assertThat(paper.head().isBy(paper.key())).isTrue();
        assertThat(auditor.get("/api/proof/entries/" + paper.number())
                        .json()
                        .at("/entry/leaf")
                        .asString())
                .isEqualTo(leaf);
    }

    @Test
    void whoLooksAtTheLogIsInIt() {
        append(new ProofAct("reviewer", "test:thing:do", own, null));

        auditor.get("/api/proof/entries?object=" + own);

        JsonNode looks = auditor.get("/api/proof/entries?act=audit:entry:search&person=audit-admin&object=" + own)
                .json();
        assertThat(looks.at("/items/0/object").asString()).contains("object=" + own);
    }

    @Test
    void whoSawAPieceOfGroundAndWhoSearchedForAPersonIsTold() {
        append(new ProofAct("viewer", "test:place:see", own, null).on(Box.point(109.123456, 24.654321)));
        append(new ProofAct("reviewer", "search:entry:read", "search", null).withPersonal("typed", own + " 450204"));

        JsonNode place = auditor.get("/api/proof/seen?box=109.1234,24.6543,109.1235,24.6544")
                .json();
        JsonNode person = auditor.get("/api/proof/seen?about=" + own).json();

        assertThat(place.at("/by/0/actor").asString()).isEqualTo("viewer");
        assertThat(person.at("/page/items").toString()).contains("\"actor\":\"reviewer\"");
        assertThat(auditor.get("/api/proof/seen").said()).isEqualTo("422 proof.request");
    }

    @Test
    void theWholeLogIsTakenAwayAndChecksWithTheKeysThatAreGivenOut() throws IOException {
        append(new ProofAct("reviewer", "test:thing:do", own, null));

        Path file = folder.resolve("log.zip");
        Files.write(file, auditor.get("/api/proof/export.zip").response().body());
        ProofKey key = ProofKey.ofPem(auditor.get("/api/proof/keys.pub").text());
        Checked checked = LogCheck.check(file, List.of(key), List.of());

        assertThat(checked.findings()).isEmpty();
        assertThat(auditor.get("/api/proof/entries?act=audit:entry:export")
                        .json()
                        .at("/items/0/object")
                        .asString())
                .isEqualTo("all");
    }

    @Test
    void theAuditAndTheSecurityAdministratorSeeWhatIsUnusualAndNobodyElseDoes() {
        for (String role : List.of("audit-admin", "security-admin")) {
            JsonNode answer = Talk.as(application, role)
                    .get("/api/proof/unusual?kind=reads")
                    .json();
            assertThat(answer.at("/usual/READS").asInt()).isEqualTo(300);
            assertThat(answer.at("/workingFrom").asString()).isEqualTo("07:00");
            assertThat(answer.path("items").isArray()).isTrue();
        }
        assertThat(Talk.as(application, "reviewer").get("/api/proof/unusual").said())
                .isEqualTo("403 identity.not-allowed");
        assertThat(auditor.get("/api/proof/unusual?kind=odd").said()).isEqualTo("422 proof.request");
        assertThat(auditor.get("/api/proof/entries?act=audit:unusual:read")
                        .json()
                        .path("items"))
                .isNotEmpty();
    }

    @Test
    void onePersonAsksForAnErasureAndAnotherDecides() {
        String leaf =
                append(new ProofAct("reviewer", "search:entry:read", own, null).withPersonal("typed", own + " canary"));
        Talk security = Talk.as(application, "security-admin");

        JsonNode asked = auditor.send(
                        "POST",
                        "/api/proof/erasures",
                        "application/json",
                        "{\"leaves\":[\"" + leaf + "\"],\"reason\":\"本人申请删除\"}")
                .json();
        String decision = "/api/proof/erasures/" + asked.path("id").asString() + "/decision";

        assertThat(auditor.send("POST", decision, "application/json", "{\"erase\":true}")
                        .said())
                .isEqualTo("403 identity.not-allowed");
        assertThat(security.send("POST", decision, "application/json", "{\"erase\":true}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
        JsonNode entry = auditor.get("/api/proof/entries/" + leaf).json();
        assertThat(entry.at("/entry/personal/typed").isNull()).isTrue();
        assertThat(entry.toString()).doesNotContain("canary");
    }

    @Test
    void whatIsWrittenWronglyIsToldByName() {
        assertThat(auditor.get("/api/proof/entries?from=yesterday").said()).isEqualTo("422 proof.request");
        assertThat(auditor.get("/api/proof/entries?box=1,2,3").said()).isEqualTo("422 proof.request");
        assertThat(auditor.get("/api/proof/entries/" + "ab".repeat(32)).said()).isEqualTo("404 proof.unknown");
        assertThat(auditor.get("/api/proof/consistency?first=9&second=2").said())
                .isEqualTo("422 proof.request");
    }

    @Test
    void aHeadOfAUnitThatIsNotAcceptedIsTurnedAwayAtTheDoor() {
        Talk anonymous = Talk.anonymous(application);

        assertThat(anonymous
                        .send("POST", "/api/witness/heads", "application/json", "{}")
                        .said())
                .isEqualTo("422 proof.witness-refused");
    }

    /** It is a program without a page: it has neither a cookie nor a token against forgery. */
    @Test
    void anotherUnitsProgramComesAsFarAsTheDoorWithoutAnyCookie() {
        Talk unit = Talk.bare(application);

        assertThat(unit.send(
                                "POST",
                                "/api/witness/heads",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .said())
                .isEqualTo("422 proof.witness-refused");
        assertThat(unit.send("POST", "/api/proof/witnesses/hand", BodyPublishers.noBody())
                        .said())
                .isEqualTo("403 identity.forgery");
    }

    private String append(ProofAct act) {
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(act));
        assertThat(log.await(leaf[0], Duration.ofSeconds(20))).isPresent();
        return leaf[0];
    }
}
