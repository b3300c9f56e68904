package org.cuntu.platform.oversight.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofKeys;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.audit.Witnesses;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.TreeHead;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Heads, keys and witnesses. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/proof")
class HeadController {
    private static final int PAGE = 50;

    private final ProofLog proof;
    private final ProofSearch search;
    private final ProofKeys keys;
    private final Witnesses witnesses;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    HeadController(
            ProofLog proof,
            ProofSearch search,
            ProofKeys keys,
            Witnesses witnesses,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction) {
        this.proof = proof;
        this.search = search;
        this.keys = keys;
        this.witnesses = witnesses;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param waiting entries that have no place yet @param alarms what is wrong */
    record Standing(
            Map<String, String> head,
            long total,
            long waiting,
            @Nullable String oldestWaiting,
            List<String> alarms,
            String now,
            List<Witnesses.Witness> witnesses,
            List<Receipt> receipts) {}

    record Receipt(
            String channel, String target, long total, String root, String handedAt, boolean taken, String receipt) {}

    @GetMapping("/standing")
    @Requires("audit:head:read")
    ResponseEntity<Standing> standing() {
        TreeHead head = proof.head();
        ProofSearch.Standing standing = search.standing();
        return ProofController.fresh(new Standing(
                head.members(),
                head.total(),
                standing.waiting(),
                standing.oldestWaiting() == null ? null : String.valueOf(standing.oldestWaiting()),
                standing.alarms(),
                clock.now().toString(),
                witnesses.listAll(),
                receipts(witnesses.listReceipts(PAGE))));
    }

    private static List<Receipt> receipts(List<Witnesses.Receipt> receipts) {
        return receipts.stream()
                .map(one -> new Receipt(
                        one.channel(),
                        one.target(),
                        one.total(),
                        one.root(),
                        one.handedAt().toString(),
                        one.taken(),
                        one.receipt()))
                .toList();
    }

    @GetMapping("/heads")
    @Requires("audit:head:read")
    ResponseEntity<List<Map<String, Object>>> heads(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long below) {
        return ProofController.fresh(
                proof.listHeads(below, PAGE).stream().map(ProofJson::of).toList());
    }

    /** That the log of so many entries is the beginning of the log of so many. */
    @GetMapping("/consistency")
    @Requires("audit:head:read")
    ResponseEntity<ConsistencyProof> consistency(@RequestParam long first, @RequestParam long second) {
        return proof.consistency(first, second)
                .map(ProofController::fresh)
                .orElseThrow(() -> QueryParams.refused("first, second"));
    }

    record Key(String id, String kind, String fingerprint, String madeAt, String leaf, boolean active) {}

    @GetMapping("/keys")
    @Requires("audit:key:read")
    ResponseEntity<List<Key>> keys() {
        return ProofController.fresh(keys.listAll().stream()
                .map(one -> new Key(
                        one.key().id(),
                        one.key().kind().name(),
                        one.key().fingerprint(),
                        one.madeAt().toString(),
                        one.leaf(),
                        one.active()))
                .toList());
    }

    /** All public keys, PEM: what an auditor checks an export with. */
    @GetMapping("/keys.pub")
    @Requires("audit:key:read")
    ResponseEntity<byte[]> publicKeys() {
        StringBuilder text = new StringBuilder();
        keys.listAll().forEach(one -> text.append(one.key().pem()));
        note("audit:key:export", "all");
        return pem(text.toString(), "cuntu-proof.pub");
    }

    @GetMapping("/keys/{id}")
    @Requires("audit:key:read")
    ResponseEntity<byte[]> publicKey(@PathVariable String id) {
        String pem = keys.listAll().stream()
                .filter(one -> one.key().id().equals(id))
                .findFirst()
                .map(one -> one.key().pem())
                .orElseThrow(() -> ProblemAnswer.notFound("proof.unknown", "leaf", id));
        note("audit:key:export", id);
        return pem(pem, id + ".pub");
    }

    private static ResponseEntity<byte[]> pem(String text, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.TEXT_PLAIN)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private void note(String act, String object) {
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(actor.id(), act, object, null)));
    }

    /** A new key; its announcement is the entry. */
    @PostMapping("/keys/rotate")
    @Requires("audit:key:rotate")
    ResponseEntity<Map<String, Object>> rotate() {
        return ProofController.fresh(ProofJson.of(keys.rotate()));
    }

    /** Hands the newest head to all witnesses now. */
    @PostMapping("/witnesses/hand")
    @Requires("audit:head:hand")
    ResponseEntity<List<Receipt>> hand() {
        List<Witnesses.Receipt> receipts = witnesses.handNow();
        note(
                "audit:head:hand",
                receipts.stream().filter(Witnesses.Receipt::taken).count() + " of " + receipts.size());
        return ProofController.fresh(receipts(receipts));
    }

    static Map<String, Object> tree(Witnesses.SignedReceipt receipt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("statement", receipt.statement());
        tree.put("key", receipt.key());
        tree.put("signature", receipt.signature());
        return tree;
    }
}
