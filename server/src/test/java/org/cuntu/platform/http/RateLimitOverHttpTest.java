package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.platform.home.RunFile;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks too often is told to wait; others are not. */
class RateLimitOverHttpTest {
    private static final String PASSWORD = "a password for tests";

    @TempDir
    Path home;

    @Test
    void oneAccountIsHeldBackAndAnotherIsNot() {
        try (TestApplication application = TestApplication.start(
                home, true, "cuntu.rate.requests=20", "cuntu.rate.tiles=0", "cuntu.rate.sign-in=0")) {
            for (String name : List.of("quick", "calm"))
                application
                        .bean(Accounts.class)
                        .create(new Accounts.NewAccount(name, name, "u", List.of("viewer"), PASSWORD, true));
            Talk quick = Talk.anonymous(application);
            Talk calm = Talk.anonymous(application);
            quick.signIn("quick", PASSWORD);
            calm.signIn("calm", PASSWORD);

            List<Talk.Answer> answers = IntStream.range(0, 30)
                    .mapToObj(i -> quick.get("/api/layers"))
                    .toList();
            Talk.Answer last = answers.getLast();

            assertThat(answers.getFirst().status()).isEqualTo(200);
            assertThat(last.said()).isEqualTo("429 http.too-many");
            assertThat(Long.parseLong(last.header("Retry-After"))).isBetween(1L, 3L);
            assertThat(calm.get("/api/layers").status()).isEqualTo(200);
            // the owner of the home, with the run file's token
            String token = RunFile.find(home).orElseThrow().token();
            for (int i = 0; i < 30; i++)
                assertThat(calm.get("/api/moments", "Authorization", "Bearer " + token)
                                .status())
                        .isEqualTo(200);
        }
    }

    @Test
    void guessingPasswordsFromOneAddressIsSlowedWhateverTheAccount() {
        try (TestApplication application = TestApplication.start(
                home, true, "cuntu.rate.requests=0", "cuntu.rate.tiles=0", "cuntu.rate.sign-in=5")) {
            Talk guesser = Talk.anonymous(application);

            List<String> said = IntStream.range(0, 7)
                    .mapToObj(i -> guesser.signIn("account-" + i, "guessed").said())
                    .toList();

            assertThat(said.subList(0, 5)).containsOnly("401 identity.sign-in");
            assertThat(said.getLast()).isEqualTo("429 http.too-many");
            // however the address is spelt
            for (String address : List.of("/api/%73ession", "/%61pi/session"))
                assertThat(guesser.send(
                                        "POST",
                                        address,
                                        "application/json",
                                        "{\"user\":\"account-8\",\"password\":\"guessed\"}")
                                .said())
                        .as(address)
                        .isEqualTo("429 http.too-many");
        }
    }
}
