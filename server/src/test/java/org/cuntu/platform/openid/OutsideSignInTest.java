package org.cuntu.platform.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by an outside OpenID provider, honest and not. */
class OutsideSignInTest {
    private static final String PERSON = "weiwailai";

    @TempDir
    static Path home;

    private static ProviderStub provider;
    private static TestApplication application;

    @BeforeAll
    static void start() throws IOException {
        provider = new ProviderStub();
        application = started(home);
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(PERSON, "韦外来", "科", List.of("viewer"), "a password for tests", true));
    }

    private static TestApplication started(Path home, String... more) throws IOException {
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/openid-client-secret"), ProviderStub.SECRET + "\n");
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("cuntu.open-id.client-id=" + ProviderStub.CLIENT);
        if (!settings.toString().contains("issuer")) settings.add("cuntu.open-id.issuer=" + provider.issuer());
        return TestApplication.start(home, true, settings.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        application.close();
        provider.close();
    }

    @BeforeEach
    void honest() {
        provider.person = PERSON;
        provider.claims = claims -> claims;
        provider.signer = provider.key;
        provider.description = all -> all;
    }

    @Test
    void thePageOffersTheProviderOnlyWhenOneIsTrusted() {
        assertThat(Talk.bare(application).get("/api/open-id").json().path("set").asBoolean())
                .isTrue();
        assertThat(Talk.bare(TestApplication.onTheWeb())
                        .get("/api/open-id")
                        .json()
                        .path("set")
                        .asBoolean())
                .isFalse();
        assertThat(Talk.bare(TestApplication.onTheWeb())
                        .get("/api/open-id/start")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aKnownPersonIsSignedInWithTheRolesHeldHere() {
        Talk browser = Talk.bare(application);

        Talk.Answer back = comeBack(browser, "/reviews?page=1");

        assertThat(back.header("Location")).isEqualTo("/reviews?page=1");
        assertThat(back.header("Set-Cookie")).isNotEmpty();
        assertThat(browser.get("/api/session").json().at("/user/id").asString()).isEqualTo(PERSON);
        assertThat(browser.get("/api/reviews").status()).isEqualTo(200);
        assertThat(browser.get("/api/tasks").said()).isEqualTo("403 identity.not-allowed");
        assertThat(newest()).contains(PERSON + " identity:session:open " + PERSON + " openid");
    }

    @Test
    void theSessionsCookieStaysStrictAndTheWaysIsLax() {
        Talk browser = Talk.bare(application);

        Talk.Answer out = browser.get("/api/open-id/start");

        assertThat(out.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .contains("CUNTU-OPENID=", "HttpOnly", "SameSite=Lax", "Path=/api/open-id"));
        assertThat(out.header("Location")).contains("code_challenge=", "nonce=", "state=");
        Talk.Answer back = comeBack(browser, "/");
        assertThat(back.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("CUNTU=", "SameSite=Strict"));
    }

    @Test
    void anUnknownPersonGetsNoFurtherThanThePageThatSaysSo() {
        provider.person = "stranger";

        assertRefused("unknown-person");
        assertThat(newest()).contains("unknown identity:session:refuse openid stranger");
        assertThat(application.bean(Accounts.class).find("stranger")).isEmpty();
    }

    @Test
    void theOwnerOfTheMachineComesByNobodysWord() {
        provider.person = "local";

        assertRefused("unknown-person");
    }

    @Test
    void anAccountOutOfUseIsAnUnknownPerson() {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount("gone", "n", "u", List.of(), "a password for tests", true));
        application.bean(Accounts.class).disable("gone");
        provider.person = "gone";

        assertRefused("unknown-person");
    }

    @Test
    void whoTurnsBackAtTheProviderIsToldSo() {
        provider.person = "";

        assertRefused("cancelled");
    }

    @Test
    void aTokenForAnotherClientByAnotherIssuerOrOfYesterdayIsNotBelieved() {
        provider.claims = claims -> claims.audience("another");
        assertRefused("untrusted");
        provider.claims = claims -> claims.issuer("http://127.0.0.1:1");
        assertRefused("untrusted");
        provider.claims = claims -> claims.expirationTime(new Date(0));
        assertRefused("untrusted");
    }

    @Test
    void aTokenOfAnotherSignInIsNotBelieved() {
        provider.claims = claims -> claims.claim("nonce", "of another browser");

        assertRefused("untrusted");
    }

    @Test
    void aTokenThatTheProviderDidNotSignIsNotBelieved() {
        provider.signer = ProviderStub.key("one");

        assertRefused("untrusted");
    }

    /** Somebody is made to open a way back that an attacker began: it would sign them in as the attacker. */
    @Test
    void aWayBackBelongsToTheBrowserThatWentOut() {
        String begun = atProvider(Talk.bare(application), "/");

        Talk other = Talk.bare(application);
        other.get("/api/open-id/start");

        assertThat(other.get(begun).header("Location")).isEqualTo("/sign-in?outside=stale");
        assertThat(Talk.bare(application).get(begun).header("Location")).isEqualTo("/sign-in?outside=stale");
    }

    @Test
    void aWayBackIsGoneOnce() {
        Talk browser = Talk.bare(application);
        String begun = atProvider(browser, "/");
        assertThat(browser.get(begun).header("Location")).isEqualTo("/");

        assertThat(browser.get(begun).header("Location")).isEqualTo("/sign-in?outside=stale");
    }

    @Test
    void theWayLeadsToNobodyElsesPage() {
        for (String to : List.of("https://elsewhere.example", "//elsewhere.example", "/%5Celsewhere.example"))
            assertThat(comeBack(Talk.bare(application), to).header("Location"))
                    .as(to)
                    .doesNotStartWith("http")
                    .doesNotStartWith("//")
                    .doesNotStartWith("/\\");
    }

    @Test
    void localSignInRemains() {
        assertThat(Talk.anonymous(application)
                        .signIn(PERSON, "a password for tests")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProviderThatIsAnotherOrSendsElsewhereIsNotAsked(@TempDir Path other) throws IOException {
        try (TestApplication fresh = started(other)) {
            provider.description = all -> {
                all.put("issuer", "http://127.0.0.1:1");
                return all;
            };
            assertThat(Talk.bare(fresh).get("/api/open-id/start").header("Location"))
                    .isEqualTo("/sign-in?outside=untrusted");
            provider.description = all -> {
                all.put("token_endpoint", "http://127.0.0.1:1/token");
                return all;
            };
            assertThat(Talk.bare(fresh).get("/api/open-id/start").header("Location"))
                    .isEqualTo("/sign-in?outside=untrusted");
        }
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldOf(@TempDir Path other) throws IOException {
        try (TestApplication fresh = started(other, "cuntu.open-id.issuer=http://127.0.0.1:9")) {
            assertThat(Talk.bare(fresh).get("/api/open-id/start").header("Location"))
                    .isEqualTo("/sign-in?outside=unreachable");
        }
    }

    @Test
    void anAccountIsMadeWithoutARoleWhereTheSettingSaysSo(@TempDir Path other) throws IOException {
        try (TestApplication fresh = started(other, "cuntu.open-id.create=true")) {
            provider.person = "newcomer";
            Talk browser = Talk.bare(fresh);

            browser.get(atProvider(browser, "/"));

            assertThat(browser.get("/api/session").json().at("/user/name").asString())
                    .isEqualTo("韦外来");
            assertThat(browser.get("/api/layers").said()).isEqualTo("403 identity.not-allowed");
        }
    }

    @Test
    void settingsThatAreNotWholeStopTheStart(@TempDir Path other) {
        assertThatThrownBy(() -> TestApplication.start(
                        other, true, "cuntu.open-id.issuer=https://id.example", "cuntu.open-id.client-id=cuntu"))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("open-id.secret"));
        assertThatThrownBy(() -> TestApplication.start(
                        other, true, "cuntu.open-id.issuer=http://id.example", "cuntu.open-id.client-id=cuntu"))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("open-id.issuer"));
    }

    private void assertRefused(String why) {
        Talk browser = Talk.bare(application);
        assertThat(comeBack(browser, "/").header("Location")).isEqualTo("/sign-in?outside=" + why);
        assertThat(browser.get("/api/reviews").said()).isEqualTo("401 http.sign-in-first");
    }

    private static Talk.Answer comeBack(Talk browser, String to) {
        return browser.get(atProvider(browser, to));
    }

    /** Goes out and through the provider; gives the way back, not yet gone. */
    private static String atProvider(Talk browser, String to) {
        String out = browser.get("/api/open-id/start?to=" + to).header("Location");
        try (HttpClient elsewhere = HttpClient.newHttpClient()) {
            String back = elsewhere
                    .send(HttpRequest.newBuilder(URI.create(out)).build(), BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            URI uri = URI.create(back);
            return uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> newest() {
        return application.bean(ProofLog.class).listNewest(3).stream()
                .map(ProofEntry::act)
                .map(act -> act.actor() + " " + act.act() + " " + act.object())
                .toList();
    }
}
