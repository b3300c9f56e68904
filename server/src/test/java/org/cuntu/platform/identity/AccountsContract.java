package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Accounts (等保三级 8.1.4.1). */
abstract class AccountsContract {
    private static final String PASSWORD = "Correct horse 9";

    private final TestApplication application = application();
    private final Accounts accounts = application.bean(Accounts.class);
    private final String id = "p" + UUID.randomUUID().toString().substring(0, 12);

    abstract TestApplication application();

    @Test
    void anAccountSignsInWithThePermissionsOfItsRoles() {
        create("reviewer");

        User user = accounts.signIn(id, PASSWORD);

        assertThat(user.may("conformity:review:create")).isTrue();
        assertThat(user.may("onemap:snapshot:import")).isFalse();
        assertThat(acts()).contains("identity:session:open", "identity:account:create");
    }

    @Test
    void thePasswordIsNotInTheDatabase() {
        create("reviewer");

        assertThat(application
                        .jdbc()
                        .sql("select * from account where id = :id")
                        .param("id", id)
                        .query()
                        .singleRow()
                        .toString())
                .doesNotContain(PASSWORD);
    }

    @Test
    void wrongNameWrongPasswordAndLockAreAnsweredAlike() {
        create("reviewer");
        String wrong = refusal(id, "wrong password");
        String nobody = refusal("nobody-there", PASSWORD);
        for (int i = 0; i < 4; i++) refusal(id, "wrong password");
        String locked = refusal(id, PASSWORD);

        assertThat(List.of(wrong, nobody, locked)).containsOnly("401 identity.sign-in");
    }

    @Test
    void fiveFailuresInARowLockForAQuarterOfAnHour() {
        create("reviewer");
        for (int i = 0; i < 5; i++) refusal(id, "wrong password");
        assertThat(refusal(id, PASSWORD)).startsWith("401");

        application.clock().pass(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(accounts.signIn(id, PASSWORD).id()).isEqualTo(id);
    }

    @Test
    void fourFailuresAndASuccessBeginTheCountAgain() {
        create("reviewer");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) refusal(id, "wrong password");
            assertThat(accounts.signIn(id, PASSWORD).id()).isEqualTo(id);
        }
    }

    @Test
    void guessesAtOnceAreAllCounted() {
        create("reviewer");

        TestApplication.inParallel(5, thread -> refusal(id, "guess number " + thread));

        assertThat(refusal(id, PASSWORD)).isEqualTo("401 identity.sign-in");
    }

    @Test
    void anAccountTakenOutOfUseIsGoneAtOnce() {
        create("reviewer");
        accounts.disable(id);

        assertThat(accounts.find(id)).isEmpty();
        assertThat(refusal(id, PASSWORD)).isEqualTo("401 identity.sign-in");
        assertThat(acts()).contains("identity:account:disable");
        assertRefused("identity.account-exists", id, PASSWORD, "reviewer");
    }

    @Test
    void theThreeAdministratorsAreThreePersons() {
        assertRefused("identity.roles-apart", id, PASSWORD, "system-admin", "audit-admin");
        assertRefused("identity.roles-apart", id, PASSWORD, "security-admin", "reviewer", "system-admin");
        assertRefused("identity.unknown-role", id, PASSWORD, "emperor");
    }

    @Test
    void aPasswordHasTenCharactersToSeventyTwoBytes() {
        assertRefused("identity.password-length", id, "Zx1-56789", "reviewer");
        assertRefused("identity.password-length", id, "土".repeat(25), "reviewer");
        String longest = "土Aa1地" + "国".repeat(20) + "zzzzzzz".substring(0, 3);
        accounts.create(new NewAccount(id, "覃雨桐", "科", List.of(), longest, false));

        assertThat(accounts.signIn(id, longest).id()).isEqualTo(id);
        assertThat(refusal(id, longest + "x")).startsWith("401");
    }

    @Test
    void anIdIsShortPlainAndNotTheOwners() {
        for (String bad : List.of("", "a", "Abc", "a b", "../x", "local", "a".repeat(65), "a\u0000b"))
            assertRefused("identity.account-id", bad, PASSWORD, "reviewer");
    }

    @Test
    void aNameThatNoAccountCanHaveIsAnsweredAsAnyOther() {
        assertThat(refusal("a\u0000b", PASSWORD)).isEqualTo("401 identity.sign-in");
        assertThat(refusal("x".repeat(100_000), PASSWORD)).isEqualTo("401 identity.sign-in");
        assertThat(refusal("local", PASSWORD)).isEqualTo("401 identity.sign-in");
    }

    private void create(String... roles) {
        accounts.create(new NewAccount(id, "覃雨桐", "用途管制科", List.of(roles), PASSWORD, false));
    }

    private String refusal(String name, String password) {
        try {
            accounts.signIn(name, password);
            return "signed in";
        } catch (ProblemAnswer e) {
            return e.status() + " " + e.problem().code();
        }
    }

    private void assertRefused(String code, String name, String password, String... roles) {
        assertThatThrownBy(() -> accounts.create(new NewAccount(name, "n", "u", List.of(roles), password, false)))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
    }

    /** What the proof log says of this account. */
    private List<String> acts() {
        return application.bean(ProofLog.class).listNewest(200).stream()
                .filter(entry -> entry.act().object().equals(id))
                .map(entry -> entry.act().act())
                .toList();
    }
}
