package org.cuntu.core.cases.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What officers do to cases; each answers the case anew, with the leaf of the act as {@code receipt}. The step's own permission is
 * checked with the step.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases")
class CaseActController {
    private final Cases cases;
    private final CaseJson json;
    private final CaseReading reading;

    CaseActController(Cases cases, CaseJson json, CaseReading reading) {
        this.cases = cases;
        this.json = json;
        this.reading = reading;
    }

    record ActBody(
            String task,
            String conclusion,
            @Nullable String words,
            @Nullable String back,
            @Nullable List<String> checked,
            @Nullable List<String> fields,
            @Nullable List<String> materials) {}

    /** Members that an act does not need are not looked at. */
    record Body(
            @Nullable String words,
            @Nullable String reason,
            @Nullable String account,
            @Nullable Integer days,
            @Nullable Boolean responsible,
            @Nullable Boolean follow) {
        String said() {
            return Objects.requireNonNullElse(words, "");
        }

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @PostMapping("/{id}/acts")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> act(
            @PathVariable String id, @RequestBody ActBody body, HttpServletRequest request) {
        MatterStep.Conclusion conclusion;
        try {
            conclusion = MatterStep.Conclusion.valueOf(String.valueOf(body.conclusion()));
        } catch (IllegalArgumentException e) {
            throw CaseChecks.refused("cases.conclusion", "step", "", "conclusion", String.valueOf(body.conclusion()));
        }
        Cases.Act act = new Cases.Act(
                CaseRowsJson.uuid(String.valueOf(body.task())),
                conclusion,
                Objects.requireNonNullElse(body.words(), ""),
                body.back(),
                Objects.requireNonNullElse(body.checked(), List.of()),
                Objects.requireNonNullElse(body.fields(), List.of()),
                Objects.requireNonNullElse(body.materials(), List.of()));
        return answer(cases.act(uuid(id), act), request);
    }

    @PostMapping("/tasks/{task}/claim")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> claim(@PathVariable String task, HttpServletRequest request) {
        return answer(cases.claim(uuid(task)), request);
    }

    @PostMapping("/tasks/{task}/release")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> release(@PathVariable String task, HttpServletRequest request) {
        return answer(cases.release(uuid(task)), request);
    }

    @PostMapping("/tasks/{task}/hand-over")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> handOver(
            @PathVariable String task, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.handOver(uuid(task), String.valueOf(body.account()), body.why()), request);
    }

    @PostMapping("/{id}/suspensions")
    @Requires("cases:case:suspend")
    ResponseEntity<Map<String, @Nullable Object>> suspend(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.suspend(uuid(id), body.why(), body.said()), request);
    }

    @PostMapping("/{id}/resume")
    @Requires("cases:case:suspend")
    ResponseEntity<Map<String, @Nullable Object>> resume(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.resume(uuid(id), body.why()), request);
    }

    @PostMapping("/{id}/extension")
    @Requires("cases:case:extend")
    ResponseEntity<Map<String, @Nullable Object>> extend(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.extend(uuid(id), Objects.requireNonNullElse(body.days(), 0), body.why()), request);
    }

    @PostMapping("/{id}/terminate")
    @Requires("cases:case:terminate")
    ResponseEntity<Map<String, @Nullable Object>> terminate(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.terminate(uuid(id), body.why()), request);
    }

    @PostMapping("/{id}/urges")
    @Requires("cases:case:urge")
    ResponseEntity<Map<String, @Nullable Object>> urge(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.urge(uuid(id), body.said()), request);
    }

    @PostMapping("/{id}/explanations")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> explain(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.explain(uuid(id), body.said()), request);
    }

    @PostMapping("/{id}/judgements")
    @Requires("cases:case:judge")
    ResponseEntity<Map<String, @Nullable Object>> judge(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.judge(uuid(id), Boolean.TRUE.equals(body.responsible()), body.said()), request);
    }

    @PostMapping("/{id}/follow")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> follow(
            @PathVariable String id, @RequestBody Body body, HttpServletRequest request) {
        return answer(cases.follow(uuid(id), Boolean.TRUE.equals(body.follow())), request);
    }

    @PostMapping("/{id}/opinions/{opinion}/correction")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> correct(
            @PathVariable String id, @PathVariable String opinion, @RequestBody Body body, HttpServletRequest request) {
        Opinion made = cases.correct(uuid(opinion), body.said());
        return answer(cases.get(made.caseId()), request);
    }

    private static UUID uuid(String id) {
        return CaseRowsJson.uuid(id);
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(CaseFile file, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(reading.seen(file.id()), false, Languages.of(request)));
    }
}
