package org.cuntu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.FirstPersons;
import org.cuntu.platform.identity.TrustedSignIn;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The life of a sign-in over HTTP, on a server of its own whose clock may go far ahead (等保三级 8.1.4.1). */
class SessionLifeTest {
    private static final String PASSWORD = "Seven red tractors 7";

    @TempDir
    static Path home;

    private static TestApplication application;

    private final String id = "l" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeAll
    static void start() {
        application = TestApplication.start(home, true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theFirstThreeComeByTheCodeThatTheStartShowed(@TempDir Path empty) {
        try (TestApplication fresh = TestApplication.start(empty, true)) {
            String code = fresh.bean(FirstPersons.class).newCode().orElseThrow().text();
            Talk talk = Talk.anonymous(fresh);
            assertThat(talk.get("/api/session").json().get("setup").asBoolean()).isTrue();

            assertThat(found(talk, "AAAAA-AAAAA-AAAAA-AAAAA", "a1", "a2", "a3").said())
                    .isEqualTo("403 identity.setup-code");
            assertThat(found(talk, code, "a1", "a1", "a3").said()).isEqualTo("422 identity.setup-three");
            JsonNode made = found(talk, code.toLowerCase(java.util.Locale.ROOT), "a1", "a2", "a3")
                    .json();

            assertThat(made).hasSize(3);
            assertThat(found(talk, code, "b1", "b2", "b3").said()).isEqualTo("403 identity.setup-code");
            assertThat(fresh.bean(FirstPersons.class).newCode()).isEmpty();
            Talk first = Talk.anonymous(fresh);
            JsonNode session =
                    first.signIn("a1", made.get(0).get("password").asString()).json();
            assertThat(session.get("pending").asString()).isEqualTo("password");
            assertThat(first.get("/api/accounts").said()).isEqualTo("403 identity.password-first");
        }
    }

    private static Talk.Answer found(Talk talk, String code, String... ids) {
        String persons = List.of(ids).stream()
                .map(each -> "{\"id\":\"" + each + "\",\"name\":\"n\",\"unit\":\"u\"}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return talk.send(
                "POST", "/api/setup", "application/json", "{\"code\":\"" + code + "\",\"persons\":[" + persons + "]}");
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChangeAndThenTheSecondFactor() {
        application
                .bean(DbAccounts.class)
                .create(
                        account(List.of("viewer"), false),
                        application.bean(Roles.class).whole(),
                        true);
        Talk talk = signedIn();

        assertThat(talk.get("/api/layers").said()).isEqualTo("403 identity.password-first");
        assertThat(put(talk, "/api/me/password", "{\"old\":\"wrong\",\"password\":\"Nine blue barges 9\"}")
                        .said())
                .isEqualTo("401 identity.password-wrong");
        assertThat(put(talk, "/api/me/password", "{\"old\":\"" + PASSWORD + "\",\"password\":\"Nine blue barges 9\"}")
                        .status())
                .isEqualTo(204);

        assertThat(talk.get("/api/layers").said()).isEqualTo("403 identity.second-factor-first");
        String secret = talk.send("POST", "/api/me/second-factor", "application/json", "{}")
                .json()
                .get("secret")
                .asString();
        String code =
                Totp.code(Totp.bytes(secret), Totp.step(application.clock().instant()), Totp.DIGITS, Totp.ALGORITHM);
        assertThat(put(talk, "/api/me/second-factor", "{\"code\":\"" + code + "\"}")
                        .json()
                        .get("codes"))
                .hasSize(10);
        assertThat(talk.get("/api/layers").status()).isEqualTo(200);
    }

    @Test
    void anIdleSessionEndsAfterHalfAnHourAnAdministratorsAfterAQuarter() {
        Talk viewer = made("viewer");
        Talk administrator = Talk.anonymous(application);
        String other = id + "-a";
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(other, "n", "u", List.of("system-admin"), PASSWORD, true));
        administrator.signIn(other, PASSWORD);

        application.clock().pass(Duration.ofMinutes(16));
        assertThat(administrator.get("/api/accounts").said()).isEqualTo("401 http.sign-in-first");
        assertThat(viewer.get("/api/layers").status()).isEqualTo(200);

        application.clock().pass(Duration.ofMinutes(31));
        assertThat(viewer.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aSessionInUseEndsAfterTwelveHoursAllTheSame() {
        Talk viewer = made("viewer");
        for (int i = 0; i < 36; i++) {
            application.clock().pass(Duration.ofMinutes(20));
            if (i < 35) assertThat(viewer.get("/api/layers").status()).isEqualTo(200);
        }
        application.clock().pass(Duration.ofMinutes(1));

        assertThat(viewer.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void whatAPageAsksByItselfKeepsNoSessionAlive() {
        Talk viewer = made("viewer");
        application.clock().pass(Duration.ofMinutes(20));
        assertThat(viewer.get("/api/layers", "X-Cuntu-Background", "1").status())
                .isEqualTo(200);
        application.clock().pass(Duration.ofMinutes(11));

        assertThat(viewer.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aFourthSessionEndsTheOneUnseenForLongest() {
        Talk first = made("viewer");
        application.clock().pass(Duration.ofMinutes(2));
        Talk second = signedIn();
        signedIn();
        assertThat(first.get("/api/layers").status()).isEqualTo(200);

        signedIn();

        assertThat(second.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
        assertThat(first.get("/api/layers").status()).isEqualTo(200);
    }

    @Test
    void aChangeOfRolesEndsTheSessionsAtOnce() {
        Talk viewer = made("viewer");
        assertThat(viewer.get("/api/layers").status()).isEqualTo(200);

        application.inTransaction(() -> application.bean(Separation.class).settle(List.of(id)));

        assertThat(viewer.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aPasswordChangedEndsTheOtherSessionsAndNotThisOne() {
        Talk here = made("viewer");
        Talk there = signedIn();

        put(here, "/api/me/password", "{\"old\":\"" + PASSWORD + "\",\"password\":\"Nine blue barges 9\"}");

        assertThat(here.get("/api/layers").status()).isEqualTo(200);
        assertThat(there.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void onesOwnSessionsAreListedAndEndedAndNobodyElses() {
        Talk here = made("viewer");
        Talk there = signedIn();
        JsonNode sessions = here.get("/api/me").json().get("sessions");
        assertThat(sessions).hasSize(2);
        String other = sessions.get(0).get("current").asBoolean()
                ? sessions.get(1).get("id").asString()
                : sessions.get(0).get("id").asString();
        Talk stranger = Talk.anonymous(application);
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id + "-x", "n", "u", List.of("viewer"), PASSWORD, true));
        stranger.signIn(id + "-x", PASSWORD);

        assertThat(delete(stranger, "/api/me/sessions/" + other).said()).isEqualTo("404 identity.unknown-session");
        assertThat(delete(here, "/api/me/sessions/" + other).status()).isEqualTo(204);
        assertThat(there.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aSensitiveActAsksAgainAfterFiveMinutesAndTheSessionLivesOn() {
        Talk here = made("viewer");
        application.clock().pass(Duration.ofMinutes(6));

        assertThat(here.send("POST", "/api/me/recovery-codes", "application/json", "{}")
                        .said())
                .isEqualTo("401 identity.fresh-first");
        assertThat(here.get("/api/layers").status()).isEqualTo(200);
        assertThat(fresh(here, "wrong").said()).isEqualTo("401 identity.sign-in");
        assertThat(fresh(here, PASSWORD).status()).isEqualTo(204);
        assertThat(here.send("POST", "/api/me/recovery-codes", "application/json", "{}")
                        .said())
                .isEqualTo("422 identity.factor-missing");
    }

    @Test
    void aSessionKnownBeforeTheSignInIsWorthNothingAfterIt() {
        made("viewer");
        Talk fixed = signedIn();
        String before = fixed.cookie("CUNTU");

        fixed.signIn(id, PASSWORD);

        assertThat(fixed.cookie("CUNTU")).isNotEqualTo(before);
        Talk thief = Talk.anonymous(application);
        assertThat(thief.get("/api/layers", "Cookie", "CUNTU=" + before).said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void aPasswordOfNinetyDaysMustBeChangedAndAnAccountUnusedForAsLongDoesNotOpen() {
        application.bean(Accounts.class).create(account(List.of("viewer"), false));
        application.clock().pass(Duration.ofDays(60));
        signedIn();
        application.clock().pass(Duration.ofDays(31));

        assertThat(signedIn().get("/api/session").json().get("pending").asString())
                .isEqualTo("password");

        application.clock().pass(Duration.ofDays(91));
        assertThat(Talk.anonymous(application).signIn(id, PASSWORD).said()).isEqualTo("401 identity.sign-in");
        // nor by whoever vouches for the person
        TrustedSignIn trusted = application.bean(TrustedSignIn.class);
        assertThatThrownBy(
                        () -> trusted.open(id, "openid", new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(ProblemAnswer.class);
    }

    @Test
    void aMaskedNumberIsShownInClearForAReasonThatTheLogKeeps() {
        application.bean(Accounts.class).create(account(List.of("viewer"), false));
        application.bean(CurrentActor.class).as("x", () -> {
            application.bean(AccountChanges.class).setPersonal(id, "13812345678", "450206199001011234");
            return 1;
        });
        Talk security = Talk.anonymous(application);
        String admin = id + "-s";
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(admin, "n", "u", List.of("security-admin"), PASSWORD, true));
        security.signIn(admin, PASSWORD);

        Talk.Answer shown = security.get("/api/accounts/" + id);
        assertThat(shown.json().get("identityNumber").asString()).isEqualTo("4502**********1234");
        assertThat(shown.text()).doesNotContain("450206199001011234", "13812345678");
        assertThat(unmask(security, "").said()).isEqualTo("422 identity.unmask-reason");
        assertThat(unmask(security, "核对授权书").json().get("clear").asString()).isEqualTo("13812345678");
        assertThat(application
                        .jdbc()
                        .sql("select object from proof_entry where act = 'identity:personal:unmask'")
                        .query(String.class)
                        .list())
                .contains(id + " phone · 核对授权书");
    }

    private Talk.Answer unmask(Talk talk, String reason) {
        return talk.send(
                "POST",
                "/api/accounts/" + id + "/unmask",
                "application/json",
                "{\"field\":\"phone\",\"reason\":\"" + reason + "\"}");
    }

    private static Talk.Answer fresh(Talk talk, String password) {
        return talk.send("POST", "/api/session/fresh", "application/json", "{\"password\":\"" + password + "\"}");
    }

    private static Talk.Answer put(Talk talk, String path, String json) {
        return talk.send("PUT", path, "application/json", json);
    }

    private static Talk.Answer delete(Talk talk, String path) {
        return talk.send("DELETE", path, "text/plain", "");
    }

    private Accounts.NewAccount account(List<String> roles, boolean demo) {
        return new Accounts.NewAccount(id, "覃雨桐", "u", roles, PASSWORD, demo);
    }

    private Talk made(String role) {
        application.bean(Accounts.class).create(account(List.of(role), true));
        return signedIn();
    }

    private Talk signedIn() {
        Talk talk = Talk.anonymous(application);
        talk.signIn(id, PASSWORD);
        return talk;
    }
}
