package org.cuntu.platform.oversight.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofExports;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofPaper;
import org.cuntu.platform.proof.SignedHead;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries: looked for, opened with their proof, taken away. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/proof")
class ProofController {
    private static final int PAGE = 50;

    private final ProofLog proof;
    private final ProofSearch search;
    private final ProofExports exports;
    private final EntryViews views;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    ProofController(
            ProofLog proof,
            ProofSearch search,
            ProofExports exports,
            EntryViews views,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction) {
        this.proof = proof;
        this.search = search;
        this.exports = exports;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param next where the next page begins; null at the end */
    record Page(List<EntryViews.View> items, @Nullable String next) {}

    @GetMapping("/entries")
    @Requires("audit:entry:read")
    ResponseEntity<Page> list(@ModelAttribute QueryParams params) {
        ProofQuery query = params.query(clock);
        Page page = page(query, params);
        // before anything is answered, and after it was looked for: a look does not find itself
        note("audit:entry:search", query);
        return fresh(page);
    }

    Page page(ProofQuery query, QueryParams params) {
        List<ProofEntry> found = search.find(query, params.place(), PAGE + 1);
        List<ProofEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() <= PAGE
                ? null
                : shown.getLast().at() + "_" + shown.getLast().id();
        return new Page(views.of(shown), next);
    }

    /** What somebody looked for is an entry; the words of it that may be of a person can be erased. */
    void note(String act, ProofQuery query) {
        ProofAct looked = new ProofAct(actor.id(), act, shortened(query.text()), null).on(query.box());
        if (query.typed() != null) looked = looked.withPersonal("typed", query.typed());
        if (query.about() != null) looked = looked.withPersonal("about", query.about());
        append(looked);
    }

    private void append(ProofAct act) {
        transaction.executeWithoutResult(status -> proof.append(act));
    }

    private static String shortened(String text) {
        return text.isEmpty() ? "all" : text.length() > 480 ? text.substring(0, 480) + "…" : text;
    }

    /**
     * @param paper all that is needed to check it; null while no signed head covers it
     * @param before that the newest head goes on from the one before it; null when there is none
     */
    record Opened(
            EntryViews.View entry,
            @Nullable Map<String, Object> paper,
            @Nullable ConsistencyProof before,
            @Nullable Map<String, Object> beforeHead) {}

    /** @param which the leaf's hash, or the entry's number */
    @GetMapping("/entries/{which}")
    @Requires("audit:entry:read")
    ResponseEntity<Opened> open(@PathVariable String which) {
        ProofEntry found = found(which);
        append(new ProofAct(actor.id(), "audit:entry:read", found.leaf(), null));
        Optional<ProofPaper> paper = search.paper(found.leaf(), null);
        ProofEntry entry = proof.find(found.leaf()).orElse(found);
        SignedHead head = paper.map(ProofPaper::head).orElse(null);
        List<SignedHead> earlier =
                head == null ? List.of() : proof.listHeads(head.head().total(), 1);
        SignedHead before = earlier.isEmpty() ? null : earlier.getFirst();
        ConsistencyProof way = head == null || before == null
                ? null
                : proof.consistency(before.head().total(), head.head().total()).orElse(null);
        return fresh(new Opened(
                views.of(entry),
                paper.map(ProofPaper::tree).orElse(null),
                way,
                before == null ? null : ProofJson.of(before)));
    }

    private ProofEntry found(String which) {
        Optional<ProofEntry> found =
                which.matches("[0-9]{1,15}") ? search.find(Long.parseLong(which)) : proof.find(which);
        return found.orElseThrow(() -> ProblemAnswer.notFound("proof.unknown", "leaf", which));
    }

    @GetMapping("/entries/{which}/proof.json")
    @Requires("audit:entry:export")
    ResponseEntity<Map<String, Object>> download(@PathVariable String which) {
        ProofEntry entry = found(which);
        ProofPaper paper = search.paper(entry.leaf(), null)
                .orElseThrow(() -> new ProblemAnswer(503, Problem.refused("proof.not-yet", Problem.Place.UNKNOWN)));
        append(new ProofAct(actor.id(), "audit:entry:export", entry.leaf(), null));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + paper.number() + ".proof.json\"")
                .body(new LinkedHashMap<>(paper.tree()));
    }

    /** Written while it is read, however long the log is. */
    @GetMapping("/export.zip")
    @Requires("audit:entry:export")
    void export(@ModelAttribute QueryParams params, HttpServletResponse response) throws IOException {
        ProofQuery query = params.query(clock);
        note("audit:entry:export", query);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(clock.today());
        String name = "cuntu-proof-" + day + (query.isAll() ? "" : "-selection") + ".zip";
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        exports.write(query, actor.id(), response.getOutputStream());
    }

    static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
