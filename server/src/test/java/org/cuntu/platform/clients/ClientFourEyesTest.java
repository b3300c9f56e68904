package org.cuntu.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program reads land data, which the administrators may not: one proposes its access, another decides. */
class ClientFourEyesTest {
    private static final String SECOND = "security-second";
    private static final String PASSWORD = "a password for tests";
    private static final String JSON = "application/json";

    private final TestApplication application = TestApplication.onTheWeb();
    private final MachineClients clients = application.bean(MachineClients.class);
    private final CityClock clock = application.bean(CityClock.class);
    private Talk security;
    private Talk second;

    @BeforeEach
    void twoAdministratorsOfSecurity() {
        Accounts accounts = application.bean(Accounts.class);
        if (accounts.find(SECOND).isEmpty())
            accounts.create(new Accounts.NewAccount(SECOND, SECOND, "u", List.of("security-admin"), PASSWORD, true));
        security = Talk.as(application, "security-admin");
        second = Talk.as(application, SECOND);
    }

    @Test
    void whoProposedAClientDoesNotDecideIt() {
        int before = clients.listAll().size();
        JsonNode proposed = propose("规划系统", "rules:rule:read");

        assertThat(proposed.path("client").isMissingNode()
                        || proposed.path("client").isNull())
                .isTrue();
        assertThat(decide(security, proposed).said()).isEqualTo("403 identity.four-eyes-same");
        assertThat(clients.listAll()).hasSize(before);
    }

    @Test
    void anotherDecidesAndTheClientIsThereWithoutASecretYet() {
        JsonNode proposed = propose("登记系统", "rules:rule:read", "search:entry:read");

        Talk.Answer decided = decide(second, proposed);
        String id = decided.json().at("/shown/client").asString();

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text()).doesNotContain("secret");
        MachineClient client = clients.find(id).orElseThrow();
        assertThat(client.terms().scopes()).containsExactly("rules:rule:read", "search:entry:read");
        assertThat(client.secrets()).isEmpty();
    }

    @Test
    void whoMayNotManageClientsProposesNone() {
        assertThat(Talk.as(application, "system-admin")
                        .send("POST", "/api/clients", JSON, body("x", "rules:rule:read"))
                        .said())
                .isEqualTo("403 identity.not-allowed");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnybodyHasToDecide() {
        assertThat(security.send("POST", "/api/clients", JSON, body("x", "identity:role:decide"))
                        .said())
                .isEqualTo("422 clients.scope");
    }

    @Test
    void takingAwayIsDoneAtOnceByOne() {
        String id = admitted("rules:rule:read", "search:entry:read");

        Talk.Answer changed = change(id, "rules:rule:read");

        assertThat(changed.json().at("/client/scopes").size()).isEqualTo(1);
        assertThat(clients.find(id).orElseThrow().terms().scopes()).containsExactly("rules:rule:read");
    }

    @Test
    void givingMoreTakesAnother() {
        String id = admitted("rules:rule:read");

        JsonNode proposed =
                change(id, "rules:rule:read", "conformity:review:read").json();

        assertThat(clients.find(id).orElseThrow().terms().scopes()).containsExactly("rules:rule:read");
        assertThat(proposed.at("/matter/content/added").asString()).isEqualTo("conformity:review:read");
        assertThat(decide(security, proposed).said()).isEqualTo("403 identity.four-eyes-same");
        assertThat(decide(second, proposed).status()).isEqualTo(200);
        assertThat(clients.find(id).orElseThrow().terms().scopes())
                .containsExactlyInAnyOrder("rules:rule:read", "conformity:review:read");
    }

    @Test
    void moreGroundALaterEndAndAnyAddressAreMoreToo() {
        String id = clients.register(Terms.from(narrow(), "10.1.0.0/16")).id();

        LocalDate end = clock.today().plusDays(100);
        String near = "[\"10.1.0.0/16\"]";
        for (String wider : List.of(
                terms("450200", 2, end, near),
                terms("450206", 3, end, near),
                terms("450206", 2, end.plusDays(1), near),
                terms("450206", 2, end, "[]")))
            assertThat(security.send("PUT", "/api/clients/" + id, JSON, wider).status())
                    .as(wider)
                    .isEqualTo(202);
        assertThat(security.send("PUT", "/api/clients/" + id, JSON, terms("450206103", 1, end.minusDays(1), near))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProposalForAClientThatWasRevokedMeanwhileIsNotCarriedOut() {
        String id = admitted("rules:rule:read");
        JsonNode proposed = change(id, "rules:rule:read", "search:entry:read").json();
        clients.revoke(id);

        assertThat(decide(second, proposed).said()).isEqualTo("409 clients.revoked");
    }

    private ClientTerms narrow() {
        ClientTerms terms = Terms.forHalfAYear(clock.now(), "rules:rule:read");
        return new ClientTerms(
                terms.name(),
                terms.unit(),
                terms.purpose(),
                terms.scopes(),
                "450206",
                2,
                60,
                List.of(),
                clock.endOf(clock.today().plusDays(100)));
    }

    private static String terms(String division, int level, LocalDate end, String addresses) {
        return """
                {"name":"行政审批系统","unit":"市行政审批局","purpose":"受理时自动核对用地范围","scopes":["rules:rule:read"],
                 "division":"%s","level":%d,"quota":60,"addresses":%s,"expiresOn":"%s"}""".formatted(division, level, addresses, end);
    }

    private String admitted(String... scopes) {
        return decide(second, propose("行政审批系统", scopes))
                .json()
                .at("/shown/client")
                .asString();
    }

    private JsonNode propose(String name, String... scopes) {
        return security.send("POST", "/api/clients", JSON, body(name, scopes)).json();
    }

    private Talk.Answer change(String id, String... scopes) {
        return security.send("PUT", "/api/clients/" + id, JSON, body("行政审批系统", scopes));
    }

    private Talk.Answer decide(Talk talk, JsonNode proposed) {
        String matter = proposed.at("/matter/id").asString();
        return talk.send("POST", "/api/matters/" + matter + "/approve", JSON, "{\"remark\":\"\"}");
    }

    private String body(String name, String... scopes) {
        LocalDate end = clock.today().plusDays(100);
        return """
                {"name":"%s","unit":"市行政审批局","purpose":"受理时核对","scopes":["%s"],"division":"450200","level":2,
                 "quota":60,"addresses":[],"expiresOn":"%s"}""".formatted(name, String.join("\",\"", scopes), end);
    }
}
