package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.LineNotices;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.TargetDraft;
import org.cuntu.business.planning.TargetDrafts;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lines with their areas against the targets, the targets themselves, and what one is told. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning")
class LineController {
    private static final int MOST = 500;

    private final ControlLines lines;
    private final LineOverviews overviews;
    private final LineTargets targets;
    private final TargetDrafts drafts;
    private final LineNotices notices;
    private final Proposals proposals;
    private final Releases releases;
    private final LayerRegister register;
    private final LayerSight sight;
    private final PlanningWords words;
    private final CityClock clock;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    LineController(
            ControlLines lines,
            LineOverviews overviews,
            LineTargets targets,
            TargetDrafts drafts,
            LineNotices notices,
            Proposals proposals,
            Releases releases,
            LayerRegister register,
            LayerSight sight,
            PlanningWords words,
            CityClock clock,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.lines = lines;
        this.overviews = overviews;
        this.targets = targets;
        this.drafts = drafts;
        this.notices = notices;
        this.proposals = proposals;
        this.releases = releases;
        this.register = register;
        this.sight = sight;
        this.words = words;
        this.clock = clock;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Every line with its version, area, target and how many proposals are open. */
    @GetMapping("/lines")
    @Requires("planning:line:read")
    ResponseEntity<Map<String, @Nullable Object>> list() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (ControlLine line : lines.listLines(clock.today())) {
            if (!sees(line)) continue;
            Map<String, @Nullable Object> tree = words.line(line);
            put(tree, overviews.today(line));
            tree.put(
                    "open",
                    proposals
                            .list(new Proposals.Filter(line.layer(), null, false, true), MOST)
                            .size());
            list.add(tree);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("today", clock.today().toString());
        answer.put("lines", list);
        answer.put("documentTypes", lines.listDocumentTypes());
        return answer(answer);
    }

    /** One line with its rows by county and class, its versions and targets; a read. */
    @GetMapping("/lines/{layer}")
    @Requires("planning:line:read")
    ResponseEntity<Map<String, @Nullable Object>> show(
            @PathVariable String layer, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        ControlLine line = lines.findLine(layer, day)
                .filter(this::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-line", "layer", layer));
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "planning:line:read", layer + " " + day, null)));
        LineOverviews.Overview overview = overviews.of(line, day, null);
        Map<String, @Nullable Object> tree = words.line(line);
        put(tree, overview);
        tree.put("asOf", day.toString());
        List<Map<String, Object>> rows = new ArrayList<>();
        overview.rows()
                .forEach((place, area) ->
                        rows.add(Map.of("county", place.county(), "code", place.code(), "area", area.toString())));
        tree.put("rows", rows);
        tree.put(
                "versions",
                releases.listReleases(layer).reversed().stream()
                        .map(this::entry)
                        .toList());
        return answer(tree);
    }

    private Map<String, @Nullable Object> entry(ReleaseEntry entry) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("act", entry.act().name());
        tree.put("hash", entry.hash());
        tree.put("inForceFrom", text(entry.inForceFrom()));
        tree.put("knownFrom", entry.knownFrom().toString());
        tree.put("features", entry.features());
        tree.put("invented", entry.invented());
        tree.put("source", entry.source());
        tree.put("by", words.person(entry.by()));
        return tree;
    }

    private boolean sees(ControlLine line) {
        return register.findLayer(line.layer()).filter(sight::sees).isPresent();
    }

    private void put(Map<String, @Nullable Object> tree, LineOverviews.Overview overview) {
        SnapshotRef version = overview.version();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (version != null) {
            shown.put("hash", version.hash());
            shown.put("inForceFrom", version.inForceFrom().toString());
            shown.put("inForceTo", text(version.inForceTo()));
            shown.put("knownFrom", version.knownFrom().toString());
            shown.put("invented", version.invented());
            shown.put("source", version.source());
        }
        tree.put("version", version == null ? null : shown);
        tree.put("measure", overview.measure().name());
        tree.put("unassigned", text(overview.unassigned()));
        tree.put("counties", overview.counties().stream().map(this::county).toList());
    }

    private Map<String, @Nullable Object> county(LineOverviews.County county) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        LineTarget target = county.target();
        tree.put("division", county.division());
        tree.put("name", words.division(county.division()));
        tree.put("area", county.area().toString());
        tree.put("target", target == null ? null : target.quantity().toString());
        tree.put("document", target == null ? null : target.document());
        tree.put("assignedOn", target == null ? null : target.assignedOn().toString());
        tree.put("invented", target != null && target.invented());
        tree.put("margin", text(county.margin()));
        return tree;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Every record of a line's targets, the newest first. */
    @GetMapping("/targets")
    @Requires("planning:target:read")
    ResponseEntity<List<Map<String, Object>>> targets(@RequestParam String layer) {
        return answer(words.targets(targets.listAll(layer)));
    }

    /** @param quantity m², a decimal text with at most two places */
    record Assignment(
            @Nullable String layer,
            @Nullable String division,
            @Nullable String quantity,
            @Nullable String document,
            @Nullable String assignedOn,
            @Nullable String inForceFrom) {}

    /** Entered by one person; another one agrees. */
    @PostMapping("/targets")
    @Requires("planning:target:assign")
    ResponseEntity<Map<String, Object>> assign(@RequestBody Assignment given) {
        TargetDraft made = drafts.propose(new LineTargets.Order(
                or(given.layer()),
                or(given.division()),
                area(given.quantity()),
                or(given.document()),
                date(given.assignedOn()),
                date(given.inForceFrom()),
                false));
        return answer(draft(made));
    }

    /** Targets that wait for another person. */
    @GetMapping("/target-drafts")
    @Requires("planning:target:read")
    ResponseEntity<List<Map<String, Object>>> drafts(@RequestParam String layer) {
        return answer(drafts.listOpen(layer).stream().map(this::draft).toList());
    }

    @PostMapping("/target-drafts/{id}/agree")
    @Requires("planning:target:agree")
    ResponseEntity<Map<String, Object>> agree(@PathVariable java.util.UUID id) {
        return answer(words.target(drafts.agree(id)));
    }

    /** @param words why not */
    record Refusal(@Nullable String words) {}

    /** By whoever entered it. */
    @PostMapping("/target-drafts/{id}/withdraw")
    @Requires("planning:target:assign")
    ResponseEntity<Void> withdraw(@PathVariable java.util.UUID id, @RequestBody Refusal given) {
        drafts.withdraw(id, or(given.words()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/target-drafts/{id}/refuse")
    @Requires("planning:target:agree")
    ResponseEntity<Void> refuse(@PathVariable java.util.UUID id, @RequestBody Refusal given) {
        drafts.refuse(id, or(given.words()));
        return ResponseEntity.noContent().build();
    }

    private Map<String, Object> draft(TargetDraft draft) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", draft.id());
        tree.put("layer", draft.layer());
        tree.put("division", draft.division());
        tree.put("name", words.division(draft.division()));
        tree.put("quantity", draft.quantity().toString());
        tree.put("document", draft.document());
        tree.put("assignedOn", draft.assignedOn().toString());
        tree.put("inForceFrom", draft.inForceFrom().toString());
        tree.put("at", draft.at().toString());
        tree.put("by", words.person(draft.by()));
        tree.put("mine", draft.by().equals(actor.id()));
        return tree;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Area area(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,13}(\\.\\d{1,2})?")) throw LineCandidates.refused("planning.quantity");
        return Area.parse(text);
    }

    static LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) throw LineCandidates.refused("planning.date", "date", "–");
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw LineCandidates.refused("planning.date", "date", text);
        }
    }

    /** What one is told of changes that touch one's reviews. */
    @GetMapping("/notices")
    @Requires("planning:notice:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> notices() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (LineNotices.Notice each : notices.listOwn(MOST)) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", each.id());
            tree.put("kind", each.kind());
            tree.put("proposal", each.proposal());
            tree.put("plan", each.plan());
            tree.put("number", each.number());
            tree.put("layerName", words.layer(each.layer()));
            tree.put("review", each.review());
            tree.put("reviewName", each.reviewName());
            tree.put("before", each.before());
            tree.put("after", each.after());
            tree.put("at", each.at().toString());
            tree.put("readAt", text(each.readAt()));
            list.add(tree);
        }
        return answer(list);
    }

    @PostMapping("/notices/{id}/read")
    @Requires("planning:notice:read")
    ResponseEntity<Void> read(@PathVariable java.util.UUID id) {
        notices.read(id);
        return ResponseEntity.noContent().build();
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
