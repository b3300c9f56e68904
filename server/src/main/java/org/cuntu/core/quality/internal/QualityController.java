package org.cuntu.core.quality.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quality checks over HTTP: a run, its issues, its report. Each reading is one entry of the proof log, written before it is shown. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/quality/runs/{id}")
class QualityController {
    private static final int MOST = 1000;

    private final SeenRuns runs;
    private final QualityStore store;
    private final QualityPapers papers;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    QualityController(
            SeenRuns runs,
            QualityStore store,
            QualityPapers papers,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.store = store;
        this.papers = papers;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires("quality:run:read")
    ResponseEntity<Map<String, @Nullable Object>> run(@PathVariable String id) {
        CheckRun run = runs.get(id);
        note("read", run, id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(IssueJson.of(run));
    }

    /** A page of issues in the order of their numbers; {@code next} goes on behind it, null at the end. */
    @GetMapping("/issues")
    @Requires("quality:run:read")
    ResponseEntity<Map<String, @Nullable Object>> issues(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) LayerIssue.@Nullable Kind kind,
            @RequestParam(required = false) LayerIssue.@Nullable Severity severity,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        CheckRun run = runs.get(id);
        int most = Math.max(1, Math.min(MOST, limit));
        note("list", run, id + " after " + after);
        List<LayerIssue> issues = store.list(run.id(), new QualityStore.Filter(rule, kind, severity), after, most);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(IssueJson.page(issues, most));
    }

    @GetMapping("/report")
    @Requires("quality:run:read")
    ResponseEntity<byte[]> report(
            @PathVariable String id,
            @RequestParam(defaultValue = "PDF") String format,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        CheckRun run = runs.get(id);
        QualityPapers.Kind kind = QualityPapers.Kind.of(format);
        Locale locale = lang == null || lang.isBlank()
                ? Languages.of(request)
                : lang.equals("en") ? Languages.EN : Languages.ZH;
        byte[] content = papers.of(run, kind, locale);
        note("export", run, id + " " + kind.ending());
        ContentDisposition name = (kind == QualityPapers.Kind.PDF
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename("quality-" + run.layer() + "-" + run.at() + "-" + id.substring(0, 8) + "." + kind.ending())
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .body(content);
    }

    private void note(String verb, CheckRun run, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "quality:run:" + verb, object, run.snapshot())));
    }
}
