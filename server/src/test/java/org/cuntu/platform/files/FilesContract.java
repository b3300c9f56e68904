package org.cuntu.platform.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Files by their content (contracts 8, 12). */
abstract class FilesContract {
    private static final int LIMIT = 1 << 20;

    private final TestApplication application = application();
    private final Files files = application.bean(Files.class);
    private final String text = "content " + UUID.randomUUID();

    abstract TestApplication application();

    @Test
    void aFileIsKeptByTheSha256OfItsContent() throws IOException {
        FileRef kept = keep("abc", "one.txt");

        // FIPS 180-2, appendix B.1
        assertThat(kept.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(kept.size()).isEqualTo(3);
        assertThat(files.open(kept.sha256())).hasContent("abc");
    }

    @Test
    void theSameContentTwiceIsOneFileWithTwoEntries() throws IOException {
        FileRef first = keep(text, "one.txt");
        FileRef second = keep(text, "two.txt");

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(files.find(first.sha256())).contains(first);
        assertThat(proofs(first.sha256())).containsExactlyInAnyOrder("one.txt", "two.txt");
    }

    @Test
    void aFileAboveTheLimitIsRefusedAndNothingOfItIsKept() throws IOException {
        List<Path> before = all();

        assertThatThrownBy(() -> files.keep(new ByteArrayInputStream(new byte[LIMIT + 1]), "big", "text/plain"))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("http.too-large"));

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aFileOfExactlyTheLimitIsKept() throws IOException {
        assertThat(files.keep(new ByteArrayInputStream(new byte[LIMIT]), "full", "text/plain")
                        .size())
                .isEqualTo(LIMIT);
    }

    @Test
    void contentThatBreaksOffLeavesNothing() throws IOException {
        List<Path> before = all();
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        };
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), end);

        assertThatThrownBy(() -> files.keep(broken, "half", "text/plain")).hasMessage("the line broke");

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aFileWithoutItsProofHasNoRow() {
        application.without(
                "proof_entry", () -> assertThatThrownBy(() -> keep(text, text)).isInstanceOf(RuntimeException.class));

        long rows = application
                .jdbc()
                .sql("select count(*) from kept_file where name = :name")
                .param("name", text)
                .query(Long.class)
                .single();
        assertThat(rows).isZero();
    }

    @Test
    void aFileKeptInATransactionThatIsRolledBackWasNotKept() {
        FileRef[] kept = new FileRef[1];
        application.rolledBack(() -> kept[0] = keep(text, "one.txt"));

        assertThat(files.find(kept[0].sha256())).isEmpty();
        assertThat(proofs(kept[0].sha256())).isEmpty();
    }

    @Test
    void aNameSaysNothingOfWhereTheFileLies() throws IOException {
        FileRef kept = keep(text, "../../../etc/passwd");

        assertThat(kept.name()).isEqualTo("../../../etc/passwd");
        assertThat(files.path(kept.sha256()).normalize())
                .isEqualTo(application.home().resolve("files/" + kept.sha256().substring(0, 2) + "/" + kept.sha256()));
    }

    /** Whoever reaches the disk exchanges it between the upload and the review. */
    @Test
    void aFileThatWasExchangedOnTheDiskIsNotReadAndIsNamed() throws IOException {
        FileRef kept = keep(text, "site.txt");
        assertThat(files.checked(kept.sha256())).hasContent(text);

        java.nio.file.Files.writeString(files.path(kept.sha256()), text + " and a plot more");

        assertThatThrownBy(() -> files.checked(kept.sha256()))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("files.changed"));
    }

    @Test
    void aNameThatNoTableHoldsIsShortenedAndCleaned() throws IOException {
        FileRef kept = files.keep(stream(text), "图\u0000\n" + "长".repeat(2000) + ".shp", "x/" + "y".repeat(500));

        assertThat(kept.name()).startsWith("图").endsWith(".shp").hasSizeLessThanOrEqualTo(200);
        assertThat(kept.name()).doesNotContain("\u0000", "\n");
        assertThat(files.find(kept.sha256())).contains(kept);
    }

    @Test
    void whatIsNoSha256IsNoPath() {
        assertThatThrownBy(() -> files.path("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.open("0".repeat(64))).isInstanceOf(NoSuchFileException.class);
        assertThat(files.find("0".repeat(64))).isEmpty();
    }

    private FileRef keep(String content, String name) {
        try {
            return files.keep(stream(content), name, "text/plain");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> paths = java.nio.file.Files.walk(application.home().resolve("files"))) {
            return paths.sorted().toList();
        }
    }

    /** The names in the proof entries of a content. */
    private List<String> proofs(String sha256) {
        return application.bean(ProofLog.class).listNewest(1000).stream()
                .map(entry -> entry.act())
                .filter(act -> sha256.equals(act.digest()) && act.act().equals("files:file:keep"))
                .map(act -> act.personal().getOrDefault("name", ""))
                .toList();
    }
}
