package org.cuntu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Passwords and second factors (等保三级 8.1.4.1, items 2 to 10). */
abstract class SignInContract {
    private static final String PASSWORD = "Correct horse 9";

    final TestApplication application = application();
    private final Accounts accounts = application.bean(Accounts.class);
    private final SecondFactors factors = application.bean(SecondFactors.class);
    private final String id = "s" + UUID.randomUUID().toString().substring(0, 12);

    abstract TestApplication application();

    @Test
    void withASecondFactorThePasswordAloneOpensNothing() {
        byte[] secret = enrolled();

        assertThat(said(PASSWORD, null)).isEqualTo("401 identity.code-needed");
        assertThat(said("wrong", null)).isEqualTo("401 identity.sign-in");
        assertThat(said(PASSWORD, code(secret, 1))).isEqualTo("in");
    }

    @Test
    void aCodeIsTakenOnceAndNoOlderOneAfterIt() {
        byte[] secret = enrolled();
        String now = code(secret, 1);

        assertThat(said(PASSWORD, now)).isEqualTo("in");
        assertThat(said(PASSWORD, now)).isEqualTo("401 identity.code-wrong");
        assertThat(said(PASSWORD, code(secret, 0))).isEqualTo("401 identity.code-wrong");
    }

    @Test
    void aCodeOfAMinuteAgoIsRefused() {
        byte[] secret = enrolled();
        String old = code(secret, 1);
        application.clock().pass(Duration.ofSeconds(95));

        assertThat(said(PASSWORD, old)).isEqualTo("401 identity.code-wrong");
    }

    @Test
    void wrongCodesLockTheAccountAsWrongPasswordsDo() {
        byte[] secret = enrolled();
        for (int i = 0; i < 5; i++) assertThat(said(PASSWORD, "000000")).isEqualTo("401 identity.code-wrong");

        assertThat(said(PASSWORD, code(secret, 1))).isEqualTo("401 identity.sign-in");
    }

    @Test
    void aRecoveryCodeStandsInForTheTelephoneOnce() {
        enrolled();
        List<String> codes = in(() -> factors.newRecoveryCodes(id));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(said(PASSWORD, codes.getFirst())).isEqualTo("in");
        assertThat(said(PASSWORD, codes.getFirst())).isEqualTo("401 identity.code-wrong");
        assertThat(said(PASSWORD, codes.get(1).toUpperCase(java.util.Locale.ROOT).replace("-", " "))).isEqualTo("in");
        assertThat(factors.countRecoveryCodes(id)).isEqualTo(8);
    }

    @Test
    void neitherSecretNorRecoveryCodesAreInTheDatabase() {
        create();
        SecondFactors.Begun begun = in(() -> factors.begin(id));
        List<String> codes = in(() -> factors.newRecoveryCodes(id));
        String rows = application.jdbc().sql("select * from second_factor where account = :id")
                        .param("id", id).query().listOfRows()
                + " " + application.jdbc().sql("select * from recovery_code where account = :id")
                        .param("id", id).query().listOfRows();

        assertThat(rows).doesNotContain(begun.secret());
        assertThat(codes).noneMatch(rows::contains);
    }

    @Test
    void aSecretCountsOnlyOnceARightCodeConfirmedIt() {
        create();
        in(() -> factors.begin(id));

        assertThat(said(PASSWORD, null)).isEqualTo("in");
        assertThat(in(() -> factors.confirm(id, "000000"))).isFalse();
        assertThat(factors.since(id)).isEmpty();
    }

    @Test
    void theOldTelephoneCountsUntilTheNewOneIsConfirmed() {
        byte[] old = enrolled();
        byte[] next = Totp.bytes(in(() -> factors.begin(id)).secret());

        assertThat(said(PASSWORD, code(next, 1))).isEqualTo("401 identity.code-wrong");
        assertThat(said(PASSWORD, code(old, 1))).isEqualTo("in");
        assertThat(in(() -> factors.confirm(id, code(next, 1)))).isTrue();
        application.clock().pass(Duration.ofSeconds(60));
        assertThat(said(PASSWORD, code(old, 1))).isEqualTo("401 identity.code-wrong");
        assertThat(said(PASSWORD, code(next, 1))).isEqualTo("in");
    }

    @Test
    void aPasswordOfTwoKindsOrAUsualOneIsRefused() {
        Passwords passwords = application.bean(Passwords.class);

        assertThatThrownBy(() -> passwords.checkStrength("lowercase and spaces", id, "n"))
                .satisfies(e -> assertThat(code(e)).isEqualTo("identity.password-kinds"));
        for (String weak : List.of("Password123!", "Liuzhou@2026", "Admin@1234", id + "-A1", "aaaaaaaa1A!A"))
            assertThatThrownBy(() -> passwords.checkStrength(weak, id, "n"))
                    .as(weak)
                    .satisfies(e -> assertThat(code(e)).isEqualTo("identity.password-weak"));
        passwords.checkStrength("Seven red tractors 7", id, "n");
    }

    @Test
    void noneOfTheLastFivePasswordsIsTakenAgain() {
        create();
        AccountTable table = application.bean(AccountTable.class);
        Passwords passwords = application.bean(Passwords.class);
        for (int i = 0; i < 6; i++) {
            String next = "Seven red tractors " + i;
            application.inTransaction(() -> {
                AccountRow row = table.find(id).orElseThrow();
                passwords.checkNew(row, next);
                passwords.keepFormer(row);
                table.setPassword(id, passwords.hash(next), false, application.clock().instant());
            });
            application.clock().pass(Duration.ofSeconds(1));
        }
        AccountRow now = table.find(id).orElseThrow();

        for (int i = 1; i < 6; i++) {
            String former = "Seven red tractors " + i;
            assertThatThrownBy(() -> passwords.checkNew(now, former))
                    .as(former)
                    .satisfies(e -> assertThat(code(e)).isEqualTo("identity.password-again"));
        }
        passwords.checkNew(now, PASSWORD);
    }

    @Test
    void oneTimePasswordsAreStrongAndDiffer() {
        Passwords passwords = application.bean(Passwords.class);
        List<String> made = java.util.stream.Stream.generate(passwords::oneTime).limit(50).toList();

        assertThat(made).doesNotHaveDuplicates().allSatisfy(one -> passwords.checkStrength(one, id, "n"));
    }

    private void create() {
        accounts.create(new Accounts.NewAccount(id, "覃雨桐", "科", List.of(), PASSWORD, false));
    }

    private byte[] enrolled() {
        create();
        byte[] secret = Totp.bytes(in(() -> factors.begin(id)).secret());
        assertThat(in(() -> factors.confirm(id, code(secret, 0)))).isTrue();
        return secret;
    }

    private String code(byte[] secret, int later) {
        return Totp.code(secret, Totp.step(application.clock().instant()) + later, Totp.DIGITS, Totp.ALGORITHM);
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        java.util.concurrent.atomic.AtomicReference<T> found = new java.util.concurrent.atomic.AtomicReference<>();
        application.inTransaction(() -> found.set(work.get()));
        return found.get();
    }

    private String said(String password, @Nullable String code) {
        try {
            accounts.signIn(id, password, code);
            return "in";
        } catch (ProblemAnswer e) {
            return e.status() + " " + e.problem().code();
        }
    }

    private static String code(Throwable refused) {
        return ((InputRefused) refused).problems().getFirst().code();
    }
}
