package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.home.RunFile;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out, and the home's owner on this machine. */
class SessionsOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();

    @Test
    void thePageLearnsTheCityBeforeAnybodyIsSignedIn() {
        Talk.Answer answer = Talk.anonymous(application).get("/api/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("user").isNull()).isTrue();
        assertThat(answer.json().at("/city/code").asString()).isEqualTo("450200");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void signingInGivesANewSessionAndSigningOutEndsIt() {
        Talk talk = Talk.as(application, "reviewer");
        assertThat(talk.get("/api/session").json().at("/user/id").asString()).isEqualTo("reviewer");
        String first = talk.cookie("CUNTU");

        talk.signIn("reviewer", "a password for tests");
        assertThat(talk.cookie("CUNTU")).isNotEmpty().isNotEqualTo(first);

        assertThat(talk.send("DELETE", "/api/session", "text/plain", "").status())
                .isEqualTo(204);
        assertThat(talk.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = Talk.anonymous(application)
                .signIn("reviewer", "a password for tests")
                .header("Set-Cookie");

        assertThat(cookie).startsWith("CUNTU=").contains("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void aWrongPasswordIsAnsweredInWordsWithoutASession() {
        Talk talk = Talk.anonymous(application);

        assertThat(talk.signIn("reviewer", "wrong").said()).isEqualTo("401 identity.sign-in");
        assertThat(talk.signIn("reviewer", "").said()).isEqualTo("401 identity.sign-in");
        assertThat(talk.send("POST", "/api/session", "application/json", "{}").said())
                .isEqualTo("422 identity.sign-in-empty");
        assertThat(talk.cookie("CUNTU")).isEmpty();
    }

    /** A personal value: whoever oversees finds it, and it can be erased. */
    @Test
    void theLogSaysWhereASignInAndARefusedOneCameFrom() {
        Talk.as(application, "viewer");
        Talk.anonymous(application).signIn("viewer", "wrong");
        Talk auditor = Talk.as(application, "audit-admin");

        for (String act : List.of("identity:session:open", "identity:session:refuse"))
            assertThat(auditor.get("/api/proof/entries?person=viewer&typed=127.0.0.1&act=" + act)
                            .json()
                            .at("/items/0/personal/address")
                            .asString())
                    .as(act)
                    .isEqualTo("127.0.0.1");
    }

    @Test
    void anAccountTakenOutOfUseIsOutAtItsNextRequest() {
        String id = "gone-" + UUID.randomUUID().toString().substring(0, 8);
        Accounts accounts = application.bean(Accounts.class);
        accounts.create(new Accounts.NewAccount(id, "n", "u", List.of("reviewer"), "A password for 1 test", true));
        Talk talk = Talk.anonymous(application);
        talk.signIn(id, "A password for 1 test");
        assertThat(talk.get("/api/layers").status()).isEqualTo(200);

        accounts.disable(id);

        assertThat(talk.get("/api/layers").said()).isEqualTo("401 http.sign-in-first");
    }

    @Test
    void theTokenOfTheRunFileIsTheOwners() throws IOException {
        RunFile run = RunFile.find(application.home()).orElseThrow();
        Talk talk = Talk.anonymous(application);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(application.home().resolve("run.json"))))
                .isEqualTo("rw-------");
        assertThat(talk.get("/api/tasks", "Authorization", "Bearer " + run.token())
                        .status())
                .isEqualTo(200);
        assertThat(talk.get("/api/tasks", "Authorization", "Bearer " + "0".repeat(64))
                        .said())
                .isEqualTo("401 identity.token");
        assertThat(talk.get("/api/tasks").said()).isEqualTo("401 http.sign-in-first");
        assertThat(run.toString()).doesNotContain(run.token());
    }

    @Test
    void everyRunHasItsOwnTokenAndTakesItsFileAway(@TempDir Path home) {
        String first;
        try (TestApplication one = TestApplication.start(home, true)) {
            first = RunFile.find(home).orElseThrow().token();
            assertThat(RunFile.find(home).orElseThrow().port()).isEqualTo(one.port());
        }
        assertThat(home.resolve("run.json")).doesNotExist();

        try (TestApplication two = TestApplication.start(home, true)) {
            assertThat(Talk.anonymous(two)
                            .get("/api/tasks", "Authorization", "Bearer " + first)
                            .said())
                    .isEqualTo("401 identity.token");
        }
    }
}
