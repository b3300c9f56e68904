package org.cuntu.business.permitting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.permitting.SurveyResult;
import org.cuntu.business.permitting.SurveyResults;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Survey results over HTTP. Opening one and taking its file are reads of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/permitting/surveys")
class SurveyResultController {
    private static final int MOST = 500;

    private final SurveyResults surveys;
    private final PermittingFile file;
    private final PermitNames names;
    private final Files files;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SurveyResultController(
            SurveyResults surveys,
            PermittingFile file,
            PermitNames names,
            Files files,
            CurrentUser current,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.surveys = surveys;
        this.file = file;
        this.names = names;
        this.files = files;
        this.current = current;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param box west, south, east, north, by commas */
    @GetMapping
    @Requires("permitting:survey:read")
    ResponseEntity<Map<String, @Nullable Object>> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String box) {
        List<SurveyResult> found =
                surveys.list(new SurveyResults.Filter(text, stage.isEmpty() ? null : stage, box(box)), MOST);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("surveys", found.stream().map(this::row).toList());
        tree.put("more", found.size() == MOST);
        tree.put(
                "stages",
                file.stages().stream()
                        .map(each -> Map.of(
                                "id", each.id(),
                                "zh", each.words().zh(),
                                "en", each.words().en()))
                        .toList());
        return PermitAnswer.ok(tree);
    }

    private static @Nullable List<Double> box(String text) {
        if (text.isBlank()) return null;
        try {
            List<Double> box =
                    Arrays.stream(text.split(",")).map(Double::valueOf).toList();
            if (box.size() == 4) return box;
        } catch (NumberFormatException e) {
            throw refused("permitting.box", "box", text);
        }
        throw refused("permitting.box", "box", text);
    }

    @GetMapping("/{id}")
    @Requires("permitting:survey:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id) {
        SurveyResult found = survey(id);
        note("read", found);
        return PermitAnswer.ok(whole(found));
    }

    @GetMapping("/{id}/file")
    @Requires("permitting:survey:read")
    ResponseEntity<InputStreamResource> file(@PathVariable String id) throws IOException {
        SurveyResult found = survey(id);
        InputStream content = java.nio.file.Files.newInputStream(files.checked(found.sha256()));
        note("download", found);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(found.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(content));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("permitting:survey:register")
    ResponseEntity<Map<String, @Nullable Object>> register(
            @RequestParam(defaultValue = "") String projectCode,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String surveyor,
            @RequestParam(defaultValue = "") String surveyedOn,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) @Nullable MultipartFile upload)
            throws IOException {
        if (upload == null || upload.isEmpty()) throw refused("permitting.survey-file");
        LocalDate on = day(surveyedOn);
        FileRef kept =
                files.keep(upload.getInputStream(), UploadName.of(upload), MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return PermitAnswer.ok(whole(surveys.register(new SurveyResults.Order(
                projectCode.strip(), stage, title, surveyor, on, division.strip(), site, kept))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("permitting.survey-later");
        }
    }

    private record Check(boolean good, @Nullable String words) {}

    /** By another person than registered it. */
    @PostMapping("/{id}/check")
    @Requires("permitting:survey:check")
    ResponseEntity<Map<String, @Nullable Object>> check(@PathVariable String id, @RequestBody Check check) {
        return PermitAnswer.ok(whole(surveys.check(survey(id).id(), check.good(), PermitAnswer.said(check.words()))));
    }

    private SurveyResult survey(String id) {
        return surveys.find(PermitAnswer.uuid(id))
                .orElseThrow(() -> ProblemAnswer.notFound("permitting.no-survey", "id", id));
    }

    private void note(String verb, SurveyResult of) {
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(
                actor.id(),
                "permitting:survey:" + verb,
                of.projectCode() + " " + of.stage() + " " + of.id(),
                of.hash())));
    }

    private Map<String, @Nullable Object> row(SurveyResult of) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", of.id());
        tree.put("projectCode", of.projectCode());
        tree.put("stage", of.stage());
        tree.put("title", of.title());
        tree.put("surveyor", of.surveyor());
        tree.put("surveyedOn", of.surveyedOn().toString());
        tree.put("divisionName", names.division(of.division()));
        tree.put("area", of.area().toString());
        tree.put("state", of.state().name());
        tree.put("fileName", of.fileName());
        tree.put("registeredBy", names.person(of.registeredBy()));
        tree.put("registeredAt", of.registeredAt().toString());
        String checker = of.checkedBy();
        tree.put("checkedBy", checker == null ? null : names.person(checker));
        tree.put("checkedAt", of.checkedAt() == null ? null : String.valueOf(of.checkedAt()));
        tree.put("words", of.words());
        tree.put("invented", of.invented());
        return tree;
    }

    private Map<String, @Nullable Object> whole(SurveyResult of) {
        Map<String, @Nullable Object> tree = row(of);
        tree.put("site", JsonMapper.shared().readTree(of.site()));
        tree.put("box", of.box());
        tree.put("hash", of.hash());
        tree.put("fileHash", of.sha256());
        boolean open = of.state() == SurveyResult.State.REGISTERED;
        boolean mine = of.registeredBy().equals(current.get().id());
        tree.put("may", Map.of("check", open && !mine && current.get().may(StoredSurveys.CHECK)));
        return tree;
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
