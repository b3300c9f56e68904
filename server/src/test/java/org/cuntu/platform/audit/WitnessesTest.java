package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.testing.TestApplication.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignatureKind;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.SigningKey;
import org.cuntu.platform.proof.TreeHead;
import org.cuntu.platform.proof.WitnessFile;
import org.cuntu.testing.FakeSmtp;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads leave the database: to a file, a mail, another unit; and what a witness holds tells a cut or rewritten log. */
class WitnessesTest {
    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    @Test
    void aFileIsAddedToAndShowsThatTheTailWasCut() throws IOException {
        Path file = elsewhere.resolve("heads.jsonl");
        try (TestApplication application = start("cuntu.proof.witness.file=" + file)) {
            append(application);
            hand(application);
            append(application);
            Witnesses.Receipt receipt = hand(application).getFirst();
            assertThat(receipt.taken()).isTrue();
            assertThat(receipt.receipt()).contains("line SHA-256");
            List<SignedHead> held = WitnessFile.read(file);
            assertThat(held).extracting(head -> head.head().total()).isSorted().hasSizeGreaterThanOrEqualTo(2);

            cutTail(application);

            assertThat(LogCheck.check(export(application), List.of(), held).findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.LOG_CUT);
            assertThat(hand(application).getFirst().taken()).isFalse();
            assertThat(application.context().getBeansOfType(Degraded.class).values())
                    .anyMatch(each -> each.why()
                            .filter(why -> why.contains("does not have"))
                            .isPresent());
        }
    }

    @Test
    void aMailCarriesTheHeadAndItsIdIsTheReceipt() throws IOException {
        try (FakeSmtp smtp = FakeSmtp.start();
                TestApplication application = start(
                        "cuntu.proof.witness.mail.host=127.0.0.1",
                        "cuntu.proof.witness.mail.port=" + smtp.port(),
                        "cuntu.proof.witness.mail.from=log@cuntu.test",
                        "cuntu.proof.witness.mail.to=audit@unit.test")) {
            append(application);
            Witnesses.Receipt receipt = hand(application).stream()
                    .filter(each -> each.channel().equals("mail"))
                    .findFirst()
                    .orElseThrow();

            assertThat(receipt.taken()).as(receipt.receipt()).isTrue();
            assertThat(receipt.receipt()).startsWith("Message-ID <");
            Path mail = Files.writeString(elsewhere.resolve("mail.txt"), smtp.lastText());
            assertThat(WitnessFile.read(mail))
                    .extracting(head -> head.head().root())
                    .containsExactly(receipt.root());
            assertThat(smtp.recipients()).contains("audit@unit.test");
        }
    }

    @Test
    void aMailServerThatIsNotThereIsToldAndNothingElseFails() throws IOException {
        try (TestApplication application = start(
                "cuntu.proof.witness.mail.host=127.0.0.1",
                "cuntu.proof.witness.mail.port=1",
                "cuntu.proof.witness.mail.from=log@cuntu.test",
                "cuntu.proof.witness.mail.to=audit@unit.test")) {
            append(application);

            assertThat(hand(application))
                    .extracting(Witnesses.Receipt::channel, Witnesses.Receipt::taken)
                    .contains(org.assertj.core.groups.Tuple.tuple("mail", false))
                    .contains(org.assertj.core.groups.Tuple.tuple("file", true));
        }
    }

    @Test
    void anotherUnitIsAskedOnceAndItsAnswerKept() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer unit = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        unit.createContext("/api/witness/heads", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"statement\":\"s\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        unit.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/api/witness/heads");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        unit.start();
        String base = "http://127.0.0.1:" + unit.getAddress().getPort();
        try (TestApplication application = start(
                "cuntu.proof.witness.endpoints=" + base + "/api/witness/heads," + base + "/moved",
                "cuntu.proof.witness.allowed-hosts=127.0.0.1")) {
            append(application);
            List<Witnesses.Receipt> receipts = hand(application);

            assertThat(receipts.get(1).receipt()).isEqualTo("{\"statement\":\"s\"}");
            SignedHead handed = ProofJson.head(ProofJson.read(asked.getLast()));
            assertThat(handed.isBy(ProofJson.key(ProofJson.read(asked.getLast()).path("publicKey"))))
                    .isTrue();
            assertThat(receipts.get(2).taken()).as("a redirect is not followed").isFalse();
        } finally {
            unit.stop(0);
        }
    }

    @Test
    void anAddressThatIsNotOnTheListStopsTheStart() {
        for (String address : List.of(
                "https://elsewhere.test/api/witness/heads",
                "http://unit.test/api/witness/heads",
                "https://user@unit.test/x",
                "file:///etc/passwd",
                "https://169.254.169.254/latest"))
            assertThatThrownBy(() -> start(
                                    "cuntu.proof.witness.endpoints=" + address,
                                    "cuntu.proof.witness.allowed-hosts=unit.test")
                            .close())
                    .as(address)
                    .hasStackTraceContaining("proof.witness-host");
    }

    @Test
    void aHeadOfAnotherUnitIsKeptWhenItsKeyIsAcceptedAndContradictsNone() {
        SigningKey key = SignatureKind.SM2.generate();
        try (TestApplication application =
                start("cuntu.proof.witness.accepted-keys=" + key.key().fingerprint())) {
            append(application);
            Witnesses witnesses = application.bean(Witnesses.class);
            SignedHead head = key.sign(head("ab"));

            Witnesses.SignedReceipt receipt = witnesses.keep(head, key.key());

            ProofKey own =
                    application.bean(ProofKeys.class).listAll().getFirst().key();
            assertThat(own.kind()
                            .verify(
                                    own.publicKey(),
                                    receipt.statement().getBytes(StandardCharsets.UTF_8),
                                    java.util.HexFormat.of().parseHex(receipt.signature())))
                    .isTrue();
            assertThatThrownBy(() -> witnesses.keep(key.sign(head("cd")), key.key()))
                    .hasMessageContaining("proof.witness-refused");
            SigningKey stranger = SignatureKind.SM2.generate();
            assertThatThrownBy(() -> witnesses.keep(stranger.sign(head("ab")), stranger.key()))
                    .hasMessageContaining("proof.witness-refused");
            SignedHead forged = new SignedHead(head("ef"), head.key(), head.signature());
            assertThatThrownBy(() -> witnesses.keep(forged, key.key())).hasMessageContaining("proof.witness-refused");
        }
    }

    private static TreeHead head(String two) {
        return new TreeHead(
                "other", 0, org.cuntu.platform.proof.HashKind.SM3, 0, 5, two.repeat(32), java.time.Instant.EPOCH);
    }

    private TestApplication start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("cuntu.proof.witness.every=1h");
        return TestApplication.start(home, false, all.toArray(String[]::new));
    }

    private static void append(TestApplication application) {
        ProofLog log = application.bean(ProofLog.class);
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(new ProofAct("a", "test:thing:do", "o", null)));
        assertThat(log.await(leaf[0], Duration.ofSeconds(20))).isPresent();
    }

    private static List<Witnesses.Receipt> hand(TestApplication application) {
        return application.bean(Witnesses.class).handNow();
    }

    /** As an administrator of the database would: the last entries, their nodes and heads. */
    private static void cutTail(TestApplication application) {
        long total = application.bean(ProofLog.class).head().total();
        long before = application
                .bean(ProofLog.class)
                .listHeads(total, 1)
                .getFirst()
                .head()
                .total();
        application
                .jdbc()
                .sql("delete from proof_head where size > :size")
                .param("size", before)
                .update();
        application
                .jdbc()
                .sql("delete from proof_entry where idx >= :size")
                .param("size", before)
                .update();
        eventually(
                "the head is the one before",
                () -> application.bean(ProofLog.class).head().total() == before);
    }

    private Path export(TestApplication application) throws IOException {
        Path file = elsewhere.resolve("log.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            application.bean(ProofExports.class).write(ProofQuery.ALL, "local", out);
        }
        return file;
    }
}
