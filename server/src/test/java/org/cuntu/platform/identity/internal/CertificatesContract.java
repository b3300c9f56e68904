package org.cuntu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Certificates;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates: whose they are, until when, and for whom they open (等保三级 8.1.4.1 items 7 and 14). */
abstract class CertificatesContract {
    private static final String PASSWORD = "Correct horse 9";

    @TempDir
    static Path folder;

    private static final Map<String, X509Certificate> MADE = new HashMap<>();

    final TestApplication application = application();
    private final CertificateBindings bindings = application.bean(CertificateBindings.class);
    private final CertificateSignIn signIn = application.bean(CertificateSignIn.class);
    private final CertificateTable table = application.bean(CertificateTable.class);
    private final String id = "c" + UUID.randomUUID().toString().substring(0, 12);

    abstract TestApplication application();

    /** What was bound may be bound by the next test. */
    @AfterEach
    void nothingBound() {
        application.jdbc().sql("update account set certificate = null").update();
    }

    @Test
    void itOpensTheAccountThatItIsBoundTo() {
        X509Certificate own = bound();

        assertThat(signIn.pass(own)).contains(id);
    }

    /** The sign-in by certificate asks for no password that would have aged. */
    @Test
    void aForgottenAccountIsNotOpenedByItsCertificate() {
        X509Certificate own = bound();
        unusedFor(Duration.ofDays(91));

        assertThat(signIn.pass(own)).isEmpty();
        assertThat(refusals()).isPositive();
    }

    @Test
    void anAccountUsedEightyNineDaysAgoIsOpenedByIt() {
        X509Certificate own = bound();
        unusedFor(Duration.ofDays(89));

        assertThat(signIn.pass(own)).contains(id);
    }

    @Test
    void afterItsEndItOpensNothing() {
        X509Certificate own = bound();
        bindings.end(id);

        assertThat(signIn.pass(own)).isEmpty();
        assertThat(table.listOf(id)).singleElement().satisfies(row -> {
            assertThat(row.endedAt()).isNotNull();
            assertThat(row.endedBy()).isEqualTo("local");
        });
    }

    @Test
    void anotherTakesItsPlaceAndBothAreKept() {
        X509Certificate first = bound();
        X509Certificate second = made("CN=second", "-1d", 30);
        bindings.bind(id, CertificateDetails.of(second), "proposer");

        assertThat(signIn.pass(first)).isEmpty();
        assertThat(signIn.pass(second)).contains(id);
        assertThat(table.listOf(id))
                .extracting(row -> row.details().subject() + " " + (row.endedAt() == null) + " " + row.proposedBy())
                .containsExactly("CN=second true proposer", "CN=first false null");
    }

    @Test
    void oneThatStandsForSomebodyElseIsRefusedAndNamed() {
        X509Certificate own = bound();
        String other = id + "-b";
        create(other);

        assertRefused("identity.certificate-taken", () -> bindings.bind(other, CertificateDetails.of(own), null));
        assertThat(table.listOf(other)).isEmpty();
    }

    @Test
    void oneThatIsOverIsRefused() {
        create(id);
        X509Certificate old = made("CN=old", "-10d", 5);

        assertRefused("identity.certificate-over", () -> bindings.bind(id, CertificateDetails.of(old), null));
    }

    @Test
    void pemAndDerAreTheSameCertificate() throws Exception {
        byte[] der = Certificates.der(good());
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));

        for (String file : List.of(
                Certificates.pem(good()),
                "subject=CN = a\r\n" + Certificates.pem(good()).replace("\n", "\r\n"),
                Base64.getEncoder().encodeToString(der)))
            assertThat(CertificateDetails.of(CertificateFile.read(file)).fingerprint())
                    .isEqualTo(fingerprint);
    }

    @Test
    void ofItsNamesOnlyThoseThatSayWhoAreKept() {
        X509Certificate named = made("SERIALNUMBER=450204199001011234, CN=覃雨桐, OU=科, O=局, C=CN", "-1d", 30);

        assertThat(CertificateDetails.of(named).subject()).isEqualTo("CN=覃雨桐, OU=科, O=局");
    }

    @Test
    void whatIsNoCertificateOrHoldsAPrivateKeyIsRefused() {
        String key = "-----BEGIN ?-----\nMIGH\n-----END ?-----\n".replace("?", "PRIVATE" + " KEY");

        for (String file : List.of("", "hello", "-----BEGIN CERTIFICATE-----\nMIIB", "MIIB", "A".repeat(70_000)))
            assertRefused("identity.certificate-unreadable", () -> CertificateFile.read(file));
        assertRefused("identity.certificate-private", () -> CertificateFile.read(key + Certificates.pem(good())));
    }

    private X509Certificate bound() {
        create(id);
        X509Certificate own = made("CN=first", "-1d", 30);
        bindings.bind(id, CertificateDetails.of(own), null);
        application.clock().pass(Duration.ofMillis(1));
        return own;
    }

    private void create(String account) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(account, "覃雨桐", "科", List.of(), PASSWORD, false));
    }

    private static X509Certificate good() {
        return made("CN=good", "-1d", 30);
    }

    /** Each is made once: keytool is slow. */
    private static X509Certificate made(String name, String start, int days) {
        return MADE.computeIfAbsent(name, each -> Certificates.make(folder, each, start, days));
    }

    private void unusedFor(Duration time) {
        application
                .jdbc()
                .sql("update account set created_at = :then, signed_in_at = :then where id = :id")
                .param("then", DbTime.of(application.clock().instant().minus(time)))
                .param("id", id)
                .update();
    }

    private long refusals() {
        return application
                .jdbc()
                .sql(
                        "select count(*) from proof_entry where act = 'identity:session:refuse' and object = 'certificate'")
                .query(Long.class)
                .single();
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(InputRefused.class, e -> assertThat(
                        e.problems().getFirst().code())
                .isEqualTo(code));
    }
}
