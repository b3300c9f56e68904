package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log looked through, taken away and checked, its keys changed, personal values erased. */
abstract class OversightContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final TestApplication application = application();
    private final ProofLog log = application.bean(ProofLog.class);
    private final ProofSearch search = application.bean(ProofSearch.class);
    private final ProofKeys keys = application.bean(ProofKeys.class);
    private final Erasures erasures = application.bean(Erasures.class);
    private final CurrentActor actor = application.bean(CurrentActor.class);
    private final String own = "o" + UUID.randomUUID().toString().substring(0, 8);

    abstract TestApplication application();

    @Test
    void anExportedLogIsGenuineAndAPersonalValueIsNotInIt() throws IOException {
        String leaf = append(act("one").withPersonal("typed", "450204199001011234"));
        log.await(leaf, PATIENCE);

        Path file = export(ProofQuery.ALL);
        Checked checked = LogCheck.check(file, List.of(), List.of());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.entries()).isGreaterThan(0).isEqualTo(checked.total());
        assertThat(new String(unzipped(file), StandardCharsets.UTF_8))
                .contains(own)
                .doesNotContain("450204199001011234");
    }

    @Test
    void aRowThatSomebodyChangedInTheDatabaseIsNamedByTheExport() throws IOException {
        String leaf = append(act("honest"));
        ProofEntry entry = log.await(leaf, PATIENCE).orElseThrow().entry();
        write(leaf, entry.body().replace("honest", "forged"));
        try {
            Finding found = LogCheck.check(export(ProofQuery.ALL), List.of(), List.of())
                    .findings()
                    .getFirst();

            assertThat(found.kind()).isEqualTo(Finding.Kind.ENTRY_CHANGED);
            assertThat(found.from()).isEqualTo(entry.index());
        } finally {
            write(leaf, entry.body());
        }
    }

    @Test
    void aSelectionHasTheEntriesThatWereAskedForEachWithItsPath() throws IOException {
        for (int i = 0; i < 5; i++) append(act("of five " + i));
        log.await(append(act("last")), PATIENCE);

        Checked checked = LogCheck.check(export(object(own + " of five")), List.of(), List.of());

        assertThat(checked.kind()).isEqualTo(Checked.Kind.SELECTION);
        assertThat(checked.entries()).isEqualTo(5);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void theProofOfAnEntryNeedsNothingButItself() throws IOException {
        String leaf = append(act("paper"));

        Path file = folder.resolve("proof.json");
        Files.writeString(
                file, ProofJson.line(search.paper(leaf, null).orElseThrow().tree()));

        assertThat(LogCheck.check(file, List.of(active()), List.of()).findings())
                .isEmpty();
        Files.writeString(file, Files.readString(file).replace("paper", "other"));
        assertThat(LogCheck.check(file, List.of(active()), List.of()).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.ENTRY_CHANGED);
    }

    @Test
    void theOldKeyVouchesForTheNewAndOldHeadsStayValid() throws IOException {
        log.await(append(act("before")), PATIENCE);
        ProofKey old = active();
        SignedHead oldHead = log.listHeads(Long.MAX_VALUE, 1).getFirst();

        ProofKey made = keys.rotate();
        for (int i = 0; i < 20 && !active().equals(made); i++) log.await(append(act("after " + i)), PATIENCE);

        assertThat(active()).isEqualTo(made);
        assertThat(oldHead.isBy(old)).isTrue();
        assertThat(log.listHeads(Long.MAX_VALUE, 1).getFirst().isBy(made)).isTrue();
        List<ProofKey> first = List.of(keys.listAll().getFirst().key());
        assertThat(LogCheck.check(export(ProofQuery.ALL), first, List.of()).findings())
                .isEmpty();
    }

    @Test
    void oneHeadGoesOnFromAnother() {
        long first = log.await(append(act("a")), PATIENCE)
                .orElseThrow()
                .head()
                .head()
                .total();
        long second = log.await(append(act("b")), PATIENCE)
                .orElseThrow()
                .head()
                .head()
                .total();

        ConsistencyProof way = log.consistency(first, second).orElseThrow();

        assertThat(way.holds(HashKind.SM3)).isTrue();
        assertThat(log.consistency(second, second + 1_000_000)).isEmpty();
    }

    @Test
    void entriesAreFoundByPersonActObjectTimeAndPlace() {
        Box box = new Box(109.40, 24.30, 109.42, 24.32);
        append(act("plain"));
        append(new ProofAct("wei", "test:place:see", own + " there", null).on(box));

        assertThat(found(new ProofQuery("wei", null, own, null, null, null, null, null)))
                .containsExactly(own + " there");
        assertThat(found(new ProofQuery(null, "test:place:*", own, null, null, null, null, null)))
                .containsExactly(own + " there");
        assertThat(found(new ProofQuery(null, null, own, null, null, null, null, Box.point(109.41, 24.31))))
                .containsExactly(own + " there");
        assertThat(found(new ProofQuery(null, null, own, null, null, null, null, Box.point(109.43, 24.31))))
                .isEmpty();
        assertThat(found(new ProofQuery(
                        null,
                        null,
                        own,
                        null,
                        null,
                        application.clock().instant().plusSeconds(60),
                        null,
                        null)))
                .isEmpty();
        assertThat(search.countByActor(object(own)))
                .containsExactlyInAnyOrder(new ProofSearch.Count("wei", 1), new ProofSearch.Count("local", 1));
    }

    @Test
    void pagesOfTheListMeetAndDoNotOverlap() {
        for (int i = 0; i < 7; i++) append(act("page " + i));

        List<ProofEntry> one = search.find(object(own), null, 4);
        ProofEntry last = one.getLast();
        List<ProofEntry> two = search.find(
                object(own), new ProofSearch.Place(last.at(), last.id().toString()), 4);

        assertThat(one).hasSize(4);
        assertThat(two).hasSize(3).doesNotContainAnyElementsOf(one);
    }

    @Test
    void whoeverSearchedForAPersonIsFoundByAPartOfTheName() {
        append(new ProofAct("qin", "search:entry:read", own, null).withPersonal("typed", own + " 韦某某 三号院"));

        assertThat(search.find(new ProofQuery(null, null, null, null, own + " 韦某某", null, null, null), null, 9))
                .extracting(entry -> entry.act().actor())
                .containsExactly("qin");
        assertThat(search.find(new ProofQuery(null, null, null, null, own + "%", null, null, null), null, 9))
                .isEmpty();
    }

    @Test
    void anErasedValueIsGoneForGoodAndEveryProofHolds() throws IOException {
        String leaf = append(act("kept").withPersonal("typed", own + " secret"));
        log.await(leaf, PATIENCE);
        String body = log.find(leaf).orElseThrow().body();

        Erasures.Erasure asked = as("auditor", () -> erasures.ask(List.of(leaf), "本人申请"));
        assertThat(log.find(leaf).orElseThrow().act().personal()).containsEntry("typed", own + " secret");
        as("security", () -> erasures.decide(asked.id(), true));

        ProofEntry entry = log.find(leaf).orElseThrow();
        assertThat(entry.act().personal()).isEmpty();
        assertThat(entry.body()).isEqualTo(body).contains("personal:typed").doesNotContain("secret");
        assertThat(application
                        .jdbc()
                        .sql("select count(*) from proof_personal where content like :text")
                        .param("text", own + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.find("audit:erasure:do", asked.id() + " values 1")).isPresent();
        assertThat(LogCheck.check(export(ProofQuery.ALL), List.of(), List.of()).findings())
                .isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnRequestNorTwice() {
        String leaf = append(act("kept").withPersonal("typed", own));
        Erasures.Erasure asked = as("auditor", () -> erasures.ask(List.of(leaf), "本人申请"));

        assertThatThrownBy(() -> as("auditor", () -> erasures.decide(asked.id(), true)))
                .hasMessage("proof.erasure-same-person");
        as("security", () -> erasures.decide(asked.id(), false));
        assertThatThrownBy(() -> as("security", () -> erasures.decide(asked.id(), true)))
                .hasMessage("proof.erasure-decided");
        assertThat(log.find(leaf).orElseThrow().act().personal()).containsEntry("typed", own);
    }

    @Test
    void equalPersonalValuesHaveDifferentHashes() {
        String one = log.find(append(act("x").withPersonal("typed", own)))
                .orElseThrow()
                .body();
        String two = log.find(append(act("x").withPersonal("typed", own)))
                .orElseThrow()
                .body();

        assertThat(hashIn(one)).hasSize(64).isNotEqualTo(hashIn(two));
    }

    private static String hashIn(String body) {
        return ProofJson.read(body).path("personal:typed").asString();
    }

    private ProofQuery object(String text) {
        return new ProofQuery(null, null, text, null, null, null, null, null);
    }

    private List<String> found(ProofQuery query) {
        return search.find(query, null, 9).stream()
                .map(entry -> entry.act().object())
                .toList();
    }

    private ProofKey active() {
        return keys.listAll().stream()
                .filter(ProofKeys.Known::active)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private <T> T as(String person, java.util.function.Supplier<T> work) {
        return actor.as(person, work);
    }

    private ProofAct act(String what) {
        return new ProofAct("local", "test:thing:do", own + " " + what, "ab");
    }

    private String append(ProofAct act) {
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(act));
        return leaf[0];
    }

    private void write(String leaf, String body) {
        application
                .jdbc()
                .sql("update proof_entry set body = :body where leaf = :leaf")
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .param("leaf", leaf)
                .update();
    }

    private Path export(ProofQuery query) throws IOException {
        Path file = folder.resolve("log-" + UUID.randomUUID() + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            application.bean(ProofExports.class).write(query, "local", out);
        }
        return file;
    }

    private static byte[] unzipped(Path file) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) all.write(zip.readAllBytes());
        }
        return all.toByteArray();
    }
}
