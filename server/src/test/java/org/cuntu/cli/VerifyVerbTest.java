package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofExports;
import org.cuntu.platform.audit.ProofKeys;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.SignatureKind;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}: what it says and with what status, with files alone. */
class VerifyVerbTest {
    @TempDir
    Path folder;

    private final TestApplication application = TestApplication.onH2();

    @Test
    void aGenuineLogEndsWithStatusZeroAndSaysWhatItCannotSee() throws IOException {
        Command command = Command.run("verify", log().toString(), "--key", key().toString(), "--lang", "en");

        assertThat(command.exit()).isEqualTo(Exit.DONE);
        assertThat(command.out()).startsWith("✓ as it was signed").contains("use --witness", "(given)");
    }

    @Test
    void withoutAKeyItSaysThatTheFilesOwnWasUsed() throws IOException {
        assertThat(Command.run("verify", log().toString(), "--lang", "en").out())
                .contains("the file's own");
    }

    @Test
    void anotherKeyIsFoundAndNamedWithStatusThree() throws IOException {
        Path other = folder.resolve("other.pub");
        Files.writeString(other, SignatureKind.SM2.generate().key().pem());

        Command command = Command.run("verify", log().toString(), "--key", other.toString());

        assertThat(command.exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(command.out()).startsWith("✗ 与签名时不一致");
        assertThat(command.err()).contains("[proof.head-other-key]");
    }

    @Test
    void theProofOfAnEntryAsJson() throws IOException {
        String leaf = append();
        Path file = folder.resolve("proof.json");
        Files.writeString(
                file,
                ProofJson.line(application
                        .bean(ProofSearch.class)
                        .paper(leaf, null)
                        .orElseThrow()
                        .tree()));

        Command command = Command.run("verify", file.toString(), "--format", "json");

        assertThat(command.exit()).isEqualTo(Exit.DONE);
        assertThat(ProofJson.read(command.out()).path("genuine").asBoolean()).isTrue();
        assertThat(ProofJson.read(command.out()).path("kind").asString()).isEqualTo("PAPER");
        assertThat(ProofJson.read(command.out()).at("/entry/object").asString()).isNotEmpty();
    }

    /** A genuine proof of something else proves nothing about the paper in hand. */
    @Test
    void whatAProofIsAboutIsToldSoThatItCanBeComparedWithThePaper() throws IOException {
        String[] leaf = new String[1];
        String digest = "c0ffee".repeat(10) + "beef";
        application.inTransaction(() -> leaf[0] = application
                .bean(ProofLog.class)
                .append(new ProofAct("qinyutong", "conformity:review:create", "r-12345678", digest)));
        application.bean(ProofLog.class).await(leaf[0], Duration.ofSeconds(20));
        Path file = folder.resolve("of-a-review.json");
        Files.writeString(
                file,
                ProofJson.line(application
                        .bean(ProofSearch.class)
                        .paper(leaf[0], null)
                        .orElseThrow()
                        .tree()));

        Command command = Command.run("verify", file.toString(), "--lang", "en");

        assertThat(command.out()).contains("r-12345678").contains(digest).contains("by qinyutong");
    }

    @Test
    void whatIsNoProofIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"a\":1}");

        assertThat(Command.run("verify", file.toString()).exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(Command.run("verify", file.toString()).err()).contains("[proof.unreadable]");
        assertThat(Command.run("verify", folder.resolve("none").toString()).err())
                .contains("[cli.no-such-file]");
        assertThat(Command.run("verify").exit()).isEqualTo(Exit.WRONG_USAGE);
    }

    private String append() {
        ProofLog log = application.bean(ProofLog.class);
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(new ProofAct("a", "test:thing:do", "o", null)));
        assertThat(log.await(leaf[0], Duration.ofSeconds(20))).isPresent();
        return leaf[0];
    }

    private Path log() throws IOException {
        append();
        Path file = folder.resolve("log.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            application.bean(ProofExports.class).write(ProofQuery.ALL, "a", out);
        }
        return file;
    }

    private Path key() throws IOException {
        StringBuilder all = new StringBuilder();
        application
                .bean(ProofKeys.class)
                .listAll()
                .forEach(known -> all.append(known.key().pem()));
        return Files.writeString(folder.resolve("keys.pub"), all);
    }
}
