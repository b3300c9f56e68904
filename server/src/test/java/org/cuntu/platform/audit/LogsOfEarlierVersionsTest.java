package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log keeps its trees when the hash is changed, those of version 0.1.0 too, which hashed with SHA-256 and signed nothing. */
class LogsOfEarlierVersionsTest {
    private static final Path KEPT = TestApplication.root().resolve("testdata/homes/0.1.0.zip");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void theLogOfAnEarlierVersionGoesOnWithANewTreeThatVouchesForTheOld() throws IOException {
        unpack();
        try (TestApplication application = TestApplication.start(home, false)) {
            long old = application
                    .jdbc()
                    .sql("select count(*) from proof_entry where hash = 'SHA-256'")
                    .query(Long.class)
                    .single();
            append(application, "new");

            Checked checked = LogCheck.check(export(application), List.of(), List.of());

            assertThat(old).isPositive();
            assertThat(checked.findings()).isEmpty();
            assertThat(checked.entries()).isGreaterThan(old);
            assertThat(application.bean(ProofLog.class).head().hash()).isEqualTo(HashKind.SM3);
            assertThat(application.bean(ProofLog.class).head().start()).isEqualTo(old);
        }
    }

    @Test
    void anOldEntryProvesAgainstTheOldTreesLastHead() throws IOException {
        unpack();
        try (TestApplication application = TestApplication.start(home, false)) {
            append(application, "new");
            String leaf = application
                    .jdbc()
                    .sql("select leaf from proof_entry where idx = 3")
                    .query(String.class)
                    .single();

            Proven proven = application
                    .bean(ProofLog.class)
                    .await(leaf, Duration.ofSeconds(20))
                    .orElseThrow();

            assertThat(proven.inclusion().holds(HashKind.SHA_256, proven.entry().body()))
                    .isTrue();
            assertThat(proven.head().isSigned())
                    .as("signed when the new tree began")
                    .isTrue();
        }
    }

    @Test
    void anOldEntryThatWasChangedIsNamed() throws IOException {
        unpack();
        try (TestApplication application = TestApplication.start(home, false)) {
            append(application, "new");
            application
                    .jdbc()
                    .sql("update proof_entry set body = :body where idx = 2")
                    .param("body", "{}".getBytes())
                    .update();

            Finding first = LogCheck.check(export(application), List.of(), List.of())
                    .findings()
                    .getFirst();

            assertThat(first.kind()).isEqualTo(Finding.Kind.ENTRY_CHANGED);
            assertThat(first.from()).isEqualTo(2);
        }
    }

    @Test
    void aChangedSettingBeginsANewTreeAndANewKey() throws IOException {
        try (TestApplication application = TestApplication.start(home, false)) {
            append(application, "one");
        }
        try (TestApplication application =
                TestApplication.start(home, false, "cuntu.proof.hash=SHA_256", "cuntu.proof.signature=ED25519")) {
            append(application, "two");
            append(application, "three");

            Checked checked = LogCheck.check(export(application), List.of(), List.of());

            assertThat(checked.findings()).isEmpty();
            assertThat(application.bean(ProofLog.class).head().hash()).isEqualTo(HashKind.SHA_256);
            assertThat(application.bean(ProofKeys.class).listAll())
                    .extracting(known -> known.key().kind().name())
                    .containsExactly("SM2", "ED25519");
        }
    }

    @Test
    void thePrivateKeyIsReadableByItsOwnerAlone() throws IOException {
        try (TestApplication application = TestApplication.start(home, false)) {
            append(application, "one");
            Path file = home.resolve("keys/proof-signing.json");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static void append(TestApplication application, String object) {
        ProofLog log = application.bean(ProofLog.class);
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(new ProofAct("a", "test:thing:do", object, null)));
        assertThat(log.await(leaf[0], Duration.ofSeconds(20))).isPresent();
    }

    private Path export(TestApplication application) throws IOException {
        Path file = folder.resolve("log.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            application.bean(ProofExports.class).write(ProofQuery.ALL, "local", out);
        }
        return file;
    }

    private void unpack() throws IOException {
        try (InputStream in = Files.newInputStream(KEPT);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
