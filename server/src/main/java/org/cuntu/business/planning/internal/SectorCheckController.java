package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cuntu.business.planning.SectorChecks;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorPlans;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Rounds of checking a sector plan's ground over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/sectors/{code}/checks")
class SectorCheckController {
    private final SectorPlans plans;
    private final SectorChecks checks;
    private final SectorJson json;
    private final SectorPapers papers;
    private final Files files;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SectorCheckController(
            SectorPlans plans,
            SectorChecks checks,
            SectorJson json,
            SectorPapers papers,
            Files files,
            Tasks tasks,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.checks = checks;
        this.json = json;
        this.papers = papers;
        this.files = files;
        this.tasks = tasks;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param width metres of the corridor when the file holds lines; absent: it holds areas */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:sector:check")
    ResponseEntity<Map<String, @Nullable Object>> check(
            @PathVariable String code,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable Double width,
            HttpServletRequest request)
            throws IOException {
        entry(code);
        String stated = crs == null || crs.isBlank() ? null : crs.strip();
        SectorGround.check(stated, width);
        String name = UploadName.of(file);
        String media = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, name, media);
            checks.check(code, new SectorChecks.Order(kept.sha256(), name, kept.size(), stated, width));
        }
        return answer(json.whole(entry(code), Languages.of(request)));
    }

    /** What was found; a read. */
    @GetMapping("/{round}")
    @Requires("planning:sector:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String code, @PathVariable int round) {
        SectorRound found = round(code, round);
        SectorFindings findings = findings(found);
        note("read", found, findings);
        return answer(json.findings(found, findings));
    }

    /** Where it stands; watching is no read of its own. */
    @GetMapping("/{round}/progress")
    @Requires("planning:sector:read")
    ResponseEntity<Map<String, @Nullable Object>> progress(@PathVariable String code, @PathVariable int round) {
        SectorRound found = round(code, round);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("state", found.state().name());
        TaskView task = found.task() == null
                ? null
                : tasks.find(new TaskId(found.task())).orElse(null);
        tree.put("done", task == null ? null : task.done());
        tree.put("total", task == null ? null : task.total());
        return answer(tree);
    }

    /** The report on paper. */
    @GetMapping("/{round}/report.pdf")
    @Requires("planning:sector:read")
    ResponseEntity<byte[]> report(@PathVariable String code, @PathVariable int round, HttpServletRequest request) {
        SectorEntry entry = entry(code);
        SectorRound found = round(code, round);
        SectorFindings findings = findings(found);
        byte[] paper = papers.report(entry, found, findings, Languages.of(request));
        note("print", found, findings);
        return PlanWorkbook.attachment(code + "-" + round + ".pdf", MediaType.APPLICATION_PDF, paper);
    }

    /** The places of its conflicts as a table. */
    @GetMapping("/{round}/table")
    @Requires("planning:sector:read")
    ResponseEntity<byte[]> table(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam(defaultValue = "xlsx") String format,
            HttpServletRequest request) {
        SectorEntry entry = entry(code);
        SectorRound found = round(code, round);
        SectorFindings findings = findings(found);
        ResponseEntity<byte[]> file =
                papers.conflicts(entry, found, findings, Languages.of(request)).answer(format);
        note("export", found, findings);
        return file;
    }

    /** The file as it was handed in. */
    @GetMapping("/{round}/file")
    @Requires("planning:sector:read")
    ResponseEntity<InputStreamResource> file(@PathVariable String code, @PathVariable int round) throws IOException {
        SectorRound found = round(code, round);
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "planning:sector:download", code + " " + round, found.file())));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(found.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(found.file()))));
    }

    private SectorEntry entry(String code) {
        return plans.find(code).orElseThrow(() -> ProblemAnswer.notFound("planning.sector-unknown", "code", code));
    }

    private SectorRound round(String code, int number) {
        entry(code);
        return checks.listRounds(code).stream()
                .filter(each -> each.round() == number)
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.sector-no-round", "code", code, "round", number));
    }

    private SectorFindings findings(SectorRound round) {
        return checks.findFindings(round)
                .orElseThrow(() -> ProblemAnswer.notFound(
                        "planning.sector-no-round", "code", round.code(), "round", round.round()));
    }

    private void note(String verb, SectorRound round, SectorFindings findings) {
        double[] box = findings.ground().box().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        transaction.executeWithoutResult(status -> proof.append(
                new ProofAct(actor.id(), "planning:sector:" + verb, round.code() + " " + round.round(), round.hash())
                        .on(Box.of(box))));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
