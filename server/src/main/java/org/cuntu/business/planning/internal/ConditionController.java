package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.core.conformity.Replay;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
import tools.jackson.databind.JsonNode;

/** Plan-condition sheets over HTTP. Opening one, and its paper, are reads of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/conditions")
class ConditionController {
    static final String PRINT = "planning:condition:print";
    private static final int MOST = 500;

    private final PlanConditions conditions;
    private final ConditionJson json;
    private final ConditionPaper paper;
    private final PlotJson plots;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ConditionController(
            PlanConditions conditions,
            ConditionJson json,
            ConditionPaper paper,
            PlotJson plots,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.conditions = conditions;
        this.json = json;
        this.paper = paper;
        this.plots = plots;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** What a sheet is drafted of, besides its plots. */
    @GetMapping("/choices")
    @Requires("planning:condition:draft")
    ResponseEntity<Map<String, @Nullable Object>> choices() {
        return ok(plots.choices());
    }

    @GetMapping
    @Requires("planning:condition:read")
    ResponseEntity<Map<String, @Nullable Object>> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean changed) {
        PlanConditions.Filter filter = new PlanConditions.Filter(text, state(state), changed);
        List<PlanCondition> found = conditions.list(filter, MOST);
        Map<UUID, List<PlanCondition.Changed>> changes = conditions.changes(found);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PlanCondition sheet : found) rows.add(json.row(sheet, changes.getOrDefault(sheet.id(), List.of())));
        if (!text.isBlank())
            note(new ProofAct(actor.id(), "planning:condition:search", String.valueOf(rows.size()), null)
                    .withPersonal("typed", text));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("sheets", rows);
        tree.put("more", rows.size() == MOST);
        return ok(tree);
    }

    private static PlanCondition.@Nullable State state(String text) {
        return Arrays.stream(PlanCondition.State.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}")
    @Requires("planning:condition:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id) {
        PlanCondition sheet = sheet(id);
        note("read", sheet);
        return ok(json.whole(sheet));
    }

    @PostMapping
    @Requires("planning:condition:draft")
    ResponseEntity<Map<String, @Nullable Object>> draft(@RequestBody JsonNode body) {
        JsonNode part = body.path("part");
        String replaces = body.path("replaces").asString("");
        PlanConditions.Order order = new PlanConditions.Order(
                body.path("unit").asString("").strip(),
                texts(body.path("plots")),
                part.isObject() ? ConditionPart.read(part.toString()) : null,
                body.path("name").asString(""),
                body.path("purpose").asString(""),
                body.path("applicant").asString(""),
                texts(body.path("requirements")),
                body.path("remarks").asString(""),
                replaces.isEmpty() ? null : uuid(replaces));
        return ok(json.whole(conditions.draft(order)));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) texts.add(each.asString("").strip());
        return texts;
    }

    private record Words(@Nullable String words) {
        String said() {
            return words == null ? "" : words;
        }
    }

    @PostMapping("/{id}/issue")
    @Requires("planning:condition:issue")
    ResponseEntity<Map<String, @Nullable Object>> issue(@PathVariable String id, @RequestBody Words words) {
        return ok(json.whole(conditions.issue(uuid(id), words.said())));
    }

    @PostMapping("/{id}/discard")
    @Requires("planning:condition:draft")
    ResponseEntity<Map<String, @Nullable Object>> discard(@PathVariable String id, @RequestBody Words words) {
        return ok(json.whole(conditions.discard(uuid(id), words.said())));
    }

    private record End(@Nullable String act, @Nullable String words) {}

    /** 撤回 WITHDRAW or 撤销 REVOKE, with the reason. */
    @PostMapping("/{id}/end")
    @Requires("planning:condition:issue")
    ResponseEntity<Map<String, @Nullable Object>> end(@PathVariable String id, @RequestBody End end) {
        String asked = end.act() == null ? "" : end.act();
        PlanCondition.Act act =
                switch (asked) {
                    case "WITHDRAW" -> PlanCondition.Act.WITHDRAW;
                    case "REVOKE" -> PlanCondition.Act.REVOKE;
                    default -> throw LineCandidates.refused("plots.act", "act", asked);
                };
        return ok(json.whole(conditions.end(uuid(id), act, end.words() == null ? "" : end.words())));
    }

    /** The content made anew and compared with what is kept. */
    @GetMapping("/{id}/replay")
    @Requires("planning:condition:read")
    ResponseEntity<Replay> replay(@PathVariable String id) {
        PlanCondition sheet = sheet(id);
        note("replay", sheet);
        return ok(conditions.replay(sheet));
    }

    @GetMapping("/{id}/sheet.pdf")
    @Requires(PRINT)
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        PlanCondition sheet = sheet(id);
        Locale locale =
                lang == null || lang.isBlank() ? Languages.of(request) : Locale.of(lang.equals("en") ? "en" : "zh");
        byte[] bytes = paper.of(sheet, locale);
        note("print", sheet);
        String name = sheet.called() + ".pdf";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(bytes);
    }

    private PlanCondition sheet(String id) {
        return conditions.find(uuid(id)).orElseThrow(() -> ProblemAnswer.notFound("plots.no-sheet", "id", id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("plots.no-sheet", "id", id);
        }
    }

    private void note(String verb, PlanCondition sheet) {
        note(new ProofAct(actor.id(), "planning:condition:" + verb, sheet.called() + " " + sheet.id(), sheet.hash()));
    }

    private void note(ProofAct act) {
        transaction.executeWithoutResult(status -> proof.append(act));
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
