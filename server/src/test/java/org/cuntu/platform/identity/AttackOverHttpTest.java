package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.Batches;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.Endpoint;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every address that names a record, tried with the record of another county: endpoint by division. What is not seen answers
 * as what never was: the same status, the same words but the number that was asked for.
 */
class AttackOverHttpTest {
    private static final String PASSWORD = "Seven red tractors 7";
    private static final TestApplication APPLICATION = TestApplication.onTheWeb();
    private static final List<Endpoint> ENDPOINTS = Endpoint.all(APPLICATION);

    private static final String SITE = """
            {"name":"s","crs":"EPSG:4490","plots":[{"number":"1","name":"","use":"","geometry":{"type":"Polygon","coordinates":
             [[[109.4,24.3],[109.402,24.3],[109.402,24.302],[109.4,24.3]]]}}],
             "project":{"kind":"batch","purpose":"1001","level":"ordinary","documents":[]}}""";

    private static String review = "";
    private static String batch = "";

    @BeforeAll
    static void aReviewAndABatchOfLiujiangAndPeopleAround() {
        Talk reviewer = Talk.as(APPLICATION, "reviewer");
        review = reviewer.send("POST", "/api/reviews", "application/json", SITE)
                .json()
                .get("id")
                .asString();
        place("review_reach", "review", review, "450206103", 2);
        batch = batch();
        place("batch_reach", "batch", batch, "450206", 2);
        person("liujiang", "450206", 3);
        person("luzhai", "450223", 4);
        person("liujiang-low", "450206", 1);
        person("city-wide", "4502", 4);
    }

    private static String batch() {
        Project project = new Project("batch", "1001", "ordinary", null, List.of());
        ReviewRequest request = new ReviewRequest("a batch", Crs.CGCS2000, List.of(), project, null, null);
        Path file = TestApplication.root().resolve("testdata/plot-txt/44120000105-zone-36.txt");
        return APPLICATION.bean(CurrentActor.class).as("reviewer", () -> APPLICATION
                .bean(Batches.class)
                .create(new Batch.Order("plots.txt", null, request), file)
                .id());
    }

    private static void place(String table, String key, String id, String division, int level) {
        APPLICATION
                .jdbc()
                .sql("update " + table + " set division = :division, classification = :level where " + key + " = :id")
                .param("division", division)
                .param("level", level)
                .param("id", id)
                .update();
    }

    private static void person(String id, String division, int level) {
        Accounts accounts = APPLICATION.bean(Accounts.class);
        if (accounts.findName(id).isPresent()) return;
        accounts.create(new NewAccount(id, id, "u", List.of("reviewer"), PASSWORD, true));
        APPLICATION
                .jdbc()
                .sql("update role_grant set division = :division, level = :level where account = :id")
                .param("division", division)
                .param("level", level)
                .param("id", id)
                .update();
        APPLICATION
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void anotherCountysRecordIsNotFoundAtAnyAddressAndSaysNothingOfItself() {
        Talk stranger = talk("luzhai");

        assertThat(addresses()).hasSizeGreaterThan(12).allSatisfy(asked -> {
            Talk.Answer foreign = ask(stranger, asked, asked.known());
            Talk.Answer never = ask(stranger, asked, asked.never());

            assertThat(foreign.status()).as(asked.toString()).isIn(404, 422);
            assertThat(foreign.said()).as(asked.toString()).isEqualTo(never.said());
            assertThat(foreign.text().replace(asked.known(), "X"))
                    .as(asked.toString())
                    .isEqualTo(never.text().replace(asked.never(), "X"));
        });
    }

    @Test
    void theOwnCountyAndTheCityReadIt() {
        for (String who : List.of("liujiang", "city-wide")) {
            Talk talk = talk(who);
            assertThat(talk.get("/api/reviews/" + review).status()).as(who).isEqualTo(200);
            assertThat(talk.get("/api/batches/" + batch + "/rows").status())
                    .as(who)
                    .isEqualTo(200);
            assertThat(talk.get("/api/reviews").text()).as(who).contains(review);
            assertThat(talk.get("/api/batches").text()).as(who).contains(batch);
        }
    }

    @Test
    void listsAndTheSearchLeaveOutWhatIsNotSeen() {
        for (String who : List.of("luzhai", "liujiang-low")) {
            Talk talk = talk(who);
            assertThat(talk.get("/api/reviews").text()).as(who).doesNotContain(review);
            assertThat(talk.get("/api/batches").text()).as(who).doesNotContain(batch);
            assertThat(talk.get("/api/search?q=" + review).text().replace("\"q\":\"" + review, ""))
                    .as(who)
                    .doesNotContain("\"id\":\"" + review);
        }
    }

    @Test
    void whatIsClassifiedHigherIsNotFoundInTheOwnCountyEither() {
        assertThat(talk("liujiang-low").get("/api/reviews/" + review).said()).isEqualTo("404 review.unknown");
    }

    @Test
    void aDraftIsNobodysButItsOwners() {
        Talk owner = Talk.as(APPLICATION, "reviewer");
        String draft = owner.send(
                        "POST", "/api/drafts", "application/json", "{\"name\":\"d\",\"plots\":[],\"project\":{}}")
                .json()
                .path("id")
                .asString("");
        Talk other = talk("city-wide");

        assertThat(other.get("/api/drafts/" + draft).said()).isEqualTo("404 draft.unknown");
    }

    @Test
    void tasksOfOthersAreNotShownToWhoMayNotCancelThem() {
        String task = "11111111-2222-3333-4444-555555555555";

        assertThat(talk("luzhai").get("/api/tasks/" + task).said()).isEqualTo("404 task.unknown");
        assertThat(talk("luzhai").get("/api/tasks").json()).isEmpty();
    }

    @Test
    void administratorsSeeNoBusinessData() {
        for (String role : List.of("system-admin", "security-admin", "audit-admin")) {
            User user = APPLICATION.bean(Accounts.class).find(role).orElseThrow();
            assertThat(new TreeSet<>(user.permissions()))
                    .as(role)
                    .noneMatch(permission -> permission.matches("(onemap|conformity|dossier|rules|search|\\*):.*"));
        }
    }

    @Test
    void theMachineReachesEverythingAndAnAnonymousRequestNothing() {
        CurrentUser current = APPLICATION.bean(CurrentUser.class);

        assertThat(current.reach("conformity:review:read")).isEqualTo(Reach.whole());
        assertThat(APPLICATION.bean(CurrentActor.class).as("nobody", () -> current.reach("conformity:review:read")))
                .isEqualTo(Reach.NOTHING);
    }

    /** Who could bind one alone could bind their own to any of the three, and would need neither password nor second factor. */
    @Test
    void oneAdministratorAloneBindsNoCertificateToAnother() {
        Talk security = Talk.as(APPLICATION, "security-admin");
        String certificate = "{\"fingerprint\":\"" + "ab".repeat(32) + "\",\"reason\":\"a new card\"}";

        Talk.Answer asked =
                security.send("PUT", "/api/accounts/system-admin/certificate", "application/json", certificate);
        String matter = asked.json().at("/matter/id").asString();

        assertThat(asked.status()).isEqualTo(200);
        assertThat(certificateOf("system-admin")).isNull();
        assertThat(decide(security, matter).said()).isEqualTo("403 identity.four-eyes-same");
        assertThat(decide(Talk.as(APPLICATION, "system-admin"), matter).said())
                .isEqualTo("403 identity.four-eyes-same");
        assertThat(certificateOf("system-admin")).isNull();
    }

    @Test
    void theNamesByWhichTheLogCallsWhoHasNoAccountAreNobodys() {
        Talk system = Talk.as(APPLICATION, "system-admin");

        for (String id : List.of("local", "setup", "unknown"))
            assertThat(system.send(
                                    "POST",
                                    "/api/accounts",
                                    "application/json",
                                    "{\"id\":\"" + id + "\",\"name\":\"n\",\"unit\":\"u\"}")
                            .said())
                    .as(id)
                    .isEqualTo("422 identity.account-id");
    }

    private static Talk.Answer decide(Talk talk, String matter) {
        return talk.send("POST", "/api/matters/" + matter + "/approve", "application/json", "{\"remark\":\"\"}");
    }

    private static Object certificateOf(String account) {
        return APPLICATION
                .jdbc()
                .sql("select certificate from account where id = :id")
                .param("id", account)
                .query()
                .singleRow()
                .get("certificate");
    }

    private record Asked(Endpoint endpoint, String known, String never) {
        String path(String id) {
            return endpoint.path().replaceFirst("\\{id}", id).replaceAll("\\{[^/}]+}", "1");
        }
    }

    /** Every handler that names a review or a batch in its address; the check of papers is everybody's. */
    private static List<Asked> addresses() {
        List<Asked> all = new ArrayList<>();
        for (Endpoint endpoint : ENDPOINTS) {
            if (endpoint.path().startsWith("/api/reviews/{id}")) all.add(new Asked(endpoint, review, "r-00000000"));
            if (endpoint.path().startsWith("/api/batches/{id}")) all.add(new Asked(endpoint, batch, "b-neverwas"));
        }
        return all;
    }

    private static Talk.Answer ask(Talk talk, Asked asked, String id) {
        String type = asked.endpoint().consumes() == null
                ? "application/json"
                : asked.endpoint().consumes();
        return asked.endpoint().writes()
                ? talk.send(asked.endpoint().method(), asked.path(id), type, "{}")
                : talk.get(asked.path(id));
    }

    private static Talk talk(String id) {
        Talk talk = Talk.anonymous(APPLICATION);
        talk.signIn(id, PASSWORD);
        return talk;
    }
}
