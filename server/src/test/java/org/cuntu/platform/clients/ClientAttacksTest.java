package org.cuntu.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machine clients as an attacker tries them; each asks for what a good token gives, so that its refusal means something. */
class ClientAttacksTest {
    private static final String RULES = "/api/rules";

    private final TestApplication application = TestApplication.onTheWeb();
    private final MachineClients clients = application.bean(MachineClients.class);
    private final ClientTalk talk = new ClientTalk(application);
    private MachineClients.Made made;
    private String id;
    private String token;

    @BeforeEach
    void aClientWithAGoodToken() {
        application.clock().pass(Duration.ofSeconds(60)); // a new minute for the tests' one address
        made = Terms.admit(clients, Terms.forHalfAYear(now(), "rules:rule:read"));
        id = made.client().id();
        token = talk.good(made);
        assertThat(talk.get(token, RULES).status()).isEqualTo(200);
    }

    @Test
    void aWrongSecretIsAnsweredAsAnUnknownClientIsAndWrittenDown() {
        Talk.Answer wrong = talk.token(id, made.secret() + "x", "");
        Talk.Answer nobody = talk.token("mc-nobody", made.secret(), "");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo("{\"error\":\"invalid_client\"}").isEqualTo(nobody.text());
        assertThat(lastActs(2))
                .containsExactlyInAnyOrder("client:" + id + " clients:token:refuse", "unknown clients:token:refuse");
    }

    @Test
    void theHashOfASecretIsNoSecret() {
        String hash = application
                .jdbc()
                .sql("select hash from client_secret where client = :id")
                .param("id", id)
                .query(String.class)
                .single();

        assertThat(talk.token(id, hash, "").status()).isEqualTo(401);
        assertThat(talk.token(id, "", "").status()).isNotEqualTo(200);
    }

    @Test
    void aScopeBeyondTheGrantIsRefused() {
        Talk.Answer beyond = talk.token(id, made.secret(), "conformity:review:read");

        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.json().path("error").asString()).isEqualTo("invalid_scope");
        assertThat(talk.token(id, made.secret(), "*:*:*").status()).isEqualTo(400);
    }

    @Test
    void otherWaysToATokenAreClosed() {
        for (String grant : List.of(
                "password", "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:token-exchange"))
            assertThat(talk.form("/oauth2/token", id, made.secret(), "grant_type=" + grant)
                            .text())
                    .as(grant)
                    .contains("unsupported_grant_type");
        assertThat(Talk.bare(application)
                        .get("/oauth2/authorize?response_type=code&client_id=" + id)
                        .text())
                .doesNotContain("code=");
    }

    @Test
    void anExpiredTokenIsRefused() {
        application.clock().pass(Duration.ofMinutes(10).plusSeconds(2));

        assertThat(talk.get(token, RULES).said()).isEqualTo("401 clients.token");
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws JOSEException {
        JWTClaimsSet claims = talk.claims(token).build();

        String forged = ClientTalk.signed(
                claims, new ECKeyGenerator(Curve.P_256).keyID("stranger").generate());

        assertThat(talk.get(forged, RULES).said()).isEqualTo("401 clients.token");
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertThat(talk.get(new PlainJWT(talk.claims(token).build()).serialize(), RULES)
                        .said())
                .isEqualTo("401 clients.token");
        String cut = token.substring(0, token.lastIndexOf('.') + 1);
        assertThat(talk.get(cut, RULES).said()).isEqualTo("401 clients.token");
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherHouseIsRefusedThoughOursSignedIt() {
        String issuer = talk.signedByUs(
                talk.claims(token).issuer("https://elsewhere.example").build());
        String audience = talk.signedByUs(
                talk.claims(token).audience("https://elsewhere.example").build());

        assertThat(talk.get(issuer, RULES).said()).isEqualTo("401 clients.token");
        assertThat(talk.get(audience, RULES).said()).isEqualTo("401 clients.token");
    }

    /** Even who has the key cannot make a token: it is not among those that were given. */
    @Test
    void aTokenThatWasNeverGivenIsRefusedThoughOursSignedIt() {
        String longer = talk.signedByUs(talk.claims(token)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(now().plus(Duration.ofDays(365))))
                .claim("scope", List.of("conformity:review:read"))
                .build());

        assertThat(talk.get(longer, RULES).said()).isEqualTo("401 clients.token");
    }

    @Test
    void aRevokedClientIsRefusedAtItsNextRequest() {
        clients.revoke(id);

        assertThat(talk.get(token, RULES).said()).isEqualTo("401 clients.token");
        assertThat(talk.token(id, made.secret(), "").status()).isEqualTo(401);
    }

    @Test
    void aTokenOfASecretThatWasRotatedAwayIsRefused() {
        MachineClients.Made rotated = clients.rotate(id, Duration.ZERO);

        assertThat(talk.get(token, RULES).said()).isEqualTo("401 clients.token");
        assertThat(talk.token(id, made.secret(), "").status()).isEqualTo(401);
        assertThat(talk.get(talk.good(rotated), RULES).status()).isEqualTo(200);
    }

    @Test
    void aTokenOpensNoPage() {
        for (String page :
                List.of("/", "/reviews", "/api/session", "/api/clients", "/api/%73ession", "/actuator/health"))
            assertThat(talk.get(token, page).said()).as(page).isEqualTo("403 clients.page");
        assertThat(talk.post(token, "/api/session", "{\"user\":\"a\",\"password\":\"b\"}")
                        .said())
                .isEqualTo("403 clients.page");
    }

    @Test
    void aTokenBesideAPersonsSessionIsRefused() {
        Talk person = Talk.as(application, "viewer");

        assertThat(person.get(RULES, "Authorization", "Bearer " + token).said())
                .isEqualTo("400 clients.two-credentials");
        assertThat(person.get(RULES).status()).isEqualTo(200);
    }

    @Test
    void aTokenMakesNoSession() {
        Talk program = Talk.bare(application);
        program.get(RULES, "Authorization", "Bearer " + token);

        assertThat(program.cookie("CUNTU")).isEmpty();
        assertThat(program.get(RULES).said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        assertThat(Talk.bare(application).get(RULES + "?access_token=" + token).said())
                .isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aClientFromAnotherAddressGetsNoTokenAndUsesNone() {
        ClientTerms terms = Terms.forHalfAYear(now(), "rules:rule:read");
        clients.change(id, Terms.from(terms, "10.1.0.0/16"));

        assertThat(talk.get(token, RULES).said()).isEqualTo("403 clients.from");
        assertThat(talk.token(id, made.secret(), "").status()).isEqualTo(401);
        clients.change(id, Terms.from(terms, "10.1.0.0/16", "127.0.0.1"));
        assertThat(talk.get(token, RULES).status()).isEqualTo(200);
    }

    @Test
    void whoKeepsGuessingWaits() {
        String said = "";
        // counted by the minute: where one begins meanwhile, as often again
        for (int i = 0; i < 80 && !said.startsWith("429"); i++)
            said = talk.token(id, "guess " + i, "").said();

        assertThat(said).isEqualTo("429 clients.too-many");
    }

    @Test
    void aLongRequestForATokenIsNotRead() {
        Talk.Answer answer = Talk.bare(application)
                .send(
                        "POST",
                        "/oauth2/token",
                        BodyPublishers.ofString("grant_type=" + "x".repeat(20_000)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.said()).isEqualTo("413 http.too-large");
    }

    private Instant now() {
        return application.bean(CityClock.class).now();
    }

    private List<String> lastActs(int many) {
        return application.bean(ProofLog.class).listNewest(many).stream()
                .map(ProofEntry::act)
                .map(act -> act.actor() + " " + act.act())
                .toList();
    }
}
