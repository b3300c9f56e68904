package org.cuntu.platform.clients;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program gets a token and uses the interface with it. */
class ClientsOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final MachineClients clients = application.bean(MachineClients.class);
    private final ClientTalk talk = new ClientTalk(application);

    @Test
    void aProgramReadsWithItsToken() {
        MachineClients.Made made = register("conformity:review:read", "rules:rule:read");

        Talk.Answer token = talk.token(made.client().id(), made.secret(), "");

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.json().path("expires_in").asInt()).isBetween(590, 600);
        assertThat(token.json().path("scope").asString().split(" "))
                .containsExactlyInAnyOrder("conformity:review:read", "rules:rule:read");
        assertThat(token.header("Cache-Control")).contains("no-store");
        String value = token.json().path("access_token").asString();
        assertThat(talk.get(value, "/api/reviews").status()).isEqualTo(200);
        assertThat(talk.get(value, "/api/reviews").header("Set-Cookie")).isEmpty();
        assertThat(clients.find(made.client().id()).orElseThrow().lastUsedAt()).isNotNull();
    }

    @Test
    void aTokenGivesWhatItWasAskedForAndNoMore() {
        MachineClients.Made made = register("conformity:review:read", "rules:rule:read");

        String token = talk.token(made.client().id(), made.secret(), "rules:rule:read")
                .json()
                .path("access_token")
                .asString();

        assertThat(talk.get(token, "/api/rules").status()).isEqualTo(200);
        assertThat(talk.get(token, "/api/reviews").said()).isEqualTo("403 identity.not-allowed");
    }

    @Test
    void aScopeTakenFromTheClientIsGoneFromItsTokens() {
        MachineClients.Made made = register("conformity:review:read", "rules:rule:read");
        String token = talk.good(made);

        clients.change(
                made.client().id(),
                Terms.forHalfAYear(application.bean(CityClock.class).now(), "rules:rule:read"));

        assertThat(talk.get(token, "/api/reviews").said()).isEqualTo("403 identity.not-allowed");
        assertThat(talk.get(token, "/api/rules").status()).isEqualTo(200);
    }

    @Test
    void aWritingRequestNeedsNoTokenAgainstForgery() {
        String token = talk.good(register("conformity:review:create", "conformity:review:live"));

        // refused for what it says, not for what it lacks
        assertThat(talk.post(token, "/api/reviews/live", "{}").status()).isEqualTo(422);
    }

    /** It would have another one with each question, and a viewing of its own with each. */
    @Test
    void aProgramsQuestionBeginsNoSession() {
        String token = talk.good(register("conformity:review:create", "conformity:review:live"));

        assertThat(talk.post(token, "/api/reviews/live", "{}").header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void bothSecretsGiveTokensDuringTheOverlap() {
        MachineClients.Made made = register("rules:rule:read");
        String id = made.client().id();
        String before = talk.good(made);

        MachineClients.Made rotated = clients.rotate(id, Duration.ofHours(1));

        assertThat(talk.get(before, "/api/rules").status()).isEqualTo(200);
        assertThat(talk.token(id, made.secret(), "").status()).isEqualTo(200);
        assertThat(talk.get(talk.good(rotated), "/api/rules").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsIntrospectedAndRevokedByItsOwnClientAlone() {
        MachineClients.Made made = register("rules:rule:read");
        MachineClients.Made other = register("rules:rule:read");
        String token = talk.good(made);

        assertThat(ask("introspect", made, token).path("active").asBoolean()).isTrue();
        assertThat(ask("introspect", other, token).path("active").asBoolean()).isFalse();
        ask("revoke", other, token);
        assertThat(talk.get(token, "/api/rules").status()).isEqualTo(200);

        ask("revoke", made, token);
        assertThat(ask("introspect", made, token).path("active").asBoolean()).isFalse();
        assertThat(talk.get(token, "/api/rules").said()).isEqualTo("401 clients.token");
    }

    @Test
    void aQuotaIsSpentInAMinuteAndAnotherBegins() {
        ClientTerms terms = Terms.forHalfAYear(application.bean(CityClock.class).now(), "rules:rule:read");
        MachineClients.Made made = Terms.admit(clients, Terms.aMinute(terms, 3));
        toTheNextMinute();
        String token = talk.good(made);
        for (int i = 0; i < 2; i++)
            assertThat(talk.get(token, "/api/rules").status()).isEqualTo(200);

        Talk.Answer refused = talk.get(token, "/api/rules");

        assertThat(refused.said()).isEqualTo("429 clients.too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        toTheNextMinute();
        assertThat(talk.get(token, "/api/rules").status()).isEqualTo(200);
    }

    @Test
    void aRequestOfAClientIsInTheProofLogUnderItsOwnName() {
        MachineClients.Made made = register("conformity:review:read");
        String token = talk.good(made);
        for (int i = 0; i < 3; i++) talk.get(token, "/api/reviews");

        List<ProofAct> acts = application.bean(ProofLog.class).listNewest(100).reversed().stream()
                .map(ProofEntry::act)
                .filter(act -> act.actor().equals(made.client().caller()))
                .toList();

        assertThat(acts.stream().map(ProofAct::act)).containsExactly("clients:token:issue", "clients:grant:use");
        assertThat(acts.getLast().object()).startsWith("conformity:review:read ");
    }

    @Test
    void theServerDescribesWhatItAnswers() {
        JsonNode described = Talk.bare(application)
                .get("/.well-known/oauth-authorization-server")
                .json();
        assertThat(described.path("token_endpoint").asString())
                .isEqualTo("http://127.0.0.1:" + application.port() + "/oauth2/token");
        assertThat(described.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
    }

    @Test
    void theKeysArePublishedWithoutTheirPrivateHalves() throws IOException {
        talk.good(register("rules:rule:read"));

        JsonNode keys = Talk.bare(application).get("/oauth2/jwks").json().path("keys");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.get(0).path("crv").asString()).isEqualTo("P-256");
        assertThat(keys.get(0).has("d")).isFalse();
        Path file = application.home().resolve("keys/token-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aTokenOutlivesARestartOfTheServer(@TempDir Path home) {
        String address = "cuntu.public-url=http://cuntu.example";
        String token;
        try (TestApplication one = TestApplication.start(home, true, address)) {
            token = new ClientTalk(one)
                    .good(Terms.admit(
                            one.bean(MachineClients.class),
                            Terms.forHalfAYear(one.bean(CityClock.class).now(), "rules:rule:read")));
        }
        try (TestApplication two = TestApplication.start(home, true, address)) {
            assertThat(new ClientTalk(two).get(token, "/api/rules").status()).isEqualTo(200);
        }
    }

    private void toTheNextMinute() {
        Instant now = application.clock().instant();
        application.clock().pass(Duration.between(now, now.truncatedTo(MINUTES).plusSeconds(61)));
    }

    private MachineClients.Made register(String... scopes) {
        toTheNextMinute(); // the tests have one address
        return Terms.admit(
                clients, Terms.forHalfAYear(application.bean(CityClock.class).now(), scopes));
    }

    private JsonNode ask(String endpoint, MachineClients.Made by, String token) {
        return body(talk.form("/oauth2/" + endpoint, by.client().id(), by.secret(), "token=" + token));
    }

    private static JsonNode body(Talk.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().isEmpty() ? JsonMapper.shared().createObjectNode() : answer.json();
    }
}
