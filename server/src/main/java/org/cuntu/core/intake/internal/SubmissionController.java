package org.cuntu.core.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Submissions over HTTP: made, watched, mended, and decided by others. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/submissions")
class SubmissionController {
    private static final int NEWEST = 200;

    private final StoredSubmissions submissions;
    private final SubmissionChecks checks;
    private final SubmissionJson json;
    private final Standing standing;
    private final SubmissionForm form;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SubmissionController(
            StoredSubmissions submissions,
            SubmissionChecks checks,
            SubmissionJson json,
            Standing standing,
            SubmissionForm form,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.submissions = submissions;
        this.checks = checks;
        this.json = json;
        this.standing = standing;
        this.form = form;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param words a reason, a remark */
    record Words(@Nullable String words) {}

    /** A warning that is right as it is. */
    record Acceptance(
            @Nullable String rule,
            @Nullable String feature,
            @Nullable String reason) {}

    @GetMapping
    @Requires("intake:submission:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(defaultValue = "false") boolean mine) {
        Submissions.Filter filter =
                new Submissions.Filter(state(blank(state)), blank(division), blank(layer), mine ? actor.id() : null);
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Submission each : submissions.list(filter, NEWEST)) list.add(json.brief(each));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
    }

    private static Submission.@Nullable State state(@Nullable String text) {
        if (text == null) return null;
        return Arrays.stream(Submission.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> CandidateMaking.refused("intake.unknown-state", "state", text));
    }

    @GetMapping("/{id}")
    @Requires("intake:submission:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id, HttpServletRequest request) {
        Submission submission = submission(id);
        transaction.executeWithoutResult(status -> standing.note(actor.id(), "read", submission, null));
        return answer(submission, request);
    }

    /** Where it stands; watching is no read of its own. */
    @GetMapping("/{id}/progress")
    @Requires("intake:submission:read")
    ResponseEntity<Map<String, @Nullable Object>> progress(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json.progress(submission(id)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("intake:submission:create")
    ResponseEntity<Map<String, @Nullable Object>> create(
            @RequestParam String layer,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String inForceFrom,
            @RequestParam(required = false) @Nullable UUID target,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(defaultValue = "false") boolean invented,
            @RequestParam(required = false) @Nullable MultipartFile whole,
            @RequestParam(required = false) @Nullable MultipartFile added,
            @RequestParam(required = false) @Nullable MultipartFile changed,
            @RequestParam(required = false) @Nullable MultipartFile removed,
            @RequestParam(required = false) @Nullable MultipartFile update,
            @RequestParam(required = false) @Nullable MultipartFile process,
            @RequestParam(required = false) @Nullable List<MultipartFile> papers,
            @RequestParam Map<String, String> texts,
            HttpServletRequest request)
            throws IOException {
        Uploads uploads = form.uploads(parts(whole, added, changed, removed, update, process), texts, papers);
        Submissions.Order named = new Submissions.Order(
                layer,
                blank(division),
                kind(kind),
                date(blank(inForceFrom)),
                target,
                source,
                blank(crs),
                blank(ground),
                invented,
                uploads.named());
        submissions.check(named);
        Submission made = submissions.create(withFiles(named, form.keep(uploads)));
        return ResponseEntity.created(URI.create("/api/submissions/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(json.whole(made, Languages.of(request)));
    }

    private static Submissions.Order withFiles(Submissions.Order o, List<Submissions.Given> kept) {
        return new Submissions.Order(
                o.layer(),
                o.division(),
                o.kind(),
                o.inForceFrom(),
                o.target(),
                o.source(),
                o.crs(),
                o.ground(),
                o.invented(),
                kept);
    }

    private static Map<Role, @Nullable MultipartFile> parts(
            @Nullable MultipartFile whole,
            @Nullable MultipartFile added,
            @Nullable MultipartFile changed,
            @Nullable MultipartFile removed,
            @Nullable MultipartFile update,
            @Nullable MultipartFile process) {
        Map<Role, @Nullable MultipartFile> parts = new EnumMap<>(Role.class);
        parts.put(Role.WHOLE, whole);
        parts.put(Role.ADDED, added);
        parts.put(Role.CHANGED, changed);
        parts.put(Role.REMOVED, removed);
        parts.put(Role.UPDATE, update);
        parts.put(Role.PROCESS, process);
        return parts;
    }

    @PostMapping(path = "/{id}/resubmit", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("intake:submission:create")
    ResponseEntity<Map<String, @Nullable Object>> resubmit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile whole,
            @RequestParam(required = false) @Nullable MultipartFile added,
            @RequestParam(required = false) @Nullable MultipartFile changed,
            @RequestParam(required = false) @Nullable MultipartFile removed,
            @RequestParam(required = false) @Nullable MultipartFile update,
            @RequestParam(required = false) @Nullable MultipartFile process,
            @RequestParam(required = false) @Nullable List<MultipartFile> papers,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam Map<String, String> texts,
            HttpServletRequest request)
            throws IOException {
        Submission submission = submission(id);
        Uploads uploads = form.uploads(parts(whole, added, changed, removed, update, process), texts, papers);
        List<Submissions.Given> named = uploads.named();
        if (!named.isEmpty()) checks.checkFiles(submission.kind(), named);
        return answer(submissions.resubmit(submission.id(), form.keep(uploads), words), request);
    }

    @PostMapping(path = "/{id}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("intake:submission:review")
    ResponseEntity<Map<String, @Nullable Object>> review(
            @PathVariable String id, @RequestBody Words body, HttpServletRequest request) {
        return answer(submissions.review(submission(id).id(), said(body)), request);
    }

    @PostMapping(path = "/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("intake:submission:return")
    ResponseEntity<Map<String, @Nullable Object>> giveBack(
            @PathVariable String id, @RequestBody Words body, HttpServletRequest request) {
        return answer(submissions.giveBack(submission(id).id(), said(body)), request);
    }

    @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("intake:submission:release")
    ResponseEntity<Map<String, @Nullable Object>> release(
            @PathVariable String id, @RequestBody Words body, HttpServletRequest request) {
        return answer(submissions.release(submission(id).id(), said(body)), request);
    }

    @PostMapping(path = "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("intake:submission:create")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(
            @PathVariable String id, @RequestBody Words body, HttpServletRequest request) {
        return answer(submissions.withdraw(submission(id).id(), said(body)), request);
    }

    @PostMapping(path = "/{id}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("intake:submission:review")
    ResponseEntity<Map<String, @Nullable Object>> accept(
            @PathVariable String id, @RequestBody Acceptance body, HttpServletRequest request) {
        Submission submission = submission(id);
        submissions.accept(submission.id(), text(body.rule()), text(body.feature()), text(body.reason()));
        return answer(submission(id), request);
    }

    private static String said(Words body) {
        return text(body.words());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(Submission submission, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(submission, Languages.of(request)));
    }

    /** 404 for what is not there, is no id, or is not seen. */
    private Submission submission(String id) {
        try {
            return submissions.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static ProblemAnswer unknown(String id) {
        return ProblemAnswer.notFound("intake.unknown", "id", id);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Submission.Kind kind(String text) {
        return Arrays.stream(Submission.Kind.values())
                .filter(kind -> kind.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> CandidateMaking.refused("intake.unknown-kind", "kind", text));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CandidateMaking.refused("onemap.import-date", "date", text);
        }
    }
}
