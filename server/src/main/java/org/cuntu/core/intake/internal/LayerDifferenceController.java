package org.cuntu.core.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How two released versions of a layer differ: counts and areas by class, on the map, and feature by feature. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/layers/{layer}")
class LayerDifferenceController {
    private static final int KEPT = 50;

    private final LayerRegister register;
    private final LayerSight sight;
    private final Releases releases;
    private final ChangedFeatures changed;
    private final ComparisonJson json;
    private final SnapshotStore store;
    private final IntakeRules rules;
    private final Viewings viewings;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    /** By layer and the two hashes, which never change. */
    private final Map<String, LayerComparison> made = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LayerComparison> eldest) {
            return size() > KEPT;
        }
    });

    LayerDifferenceController(
            LayerRegister register,
            LayerSight sight,
            Releases releases,
            ChangedFeatures changed,
            ComparisonJson json,
            SnapshotStore store,
            IntakeRules rules,
            Viewings viewings,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.register = register;
        this.sight = sight;
        this.releases = releases;
        this.changed = changed;
        this.json = json;
        this.store = store;
        this.rules = rules;
        this.viewings = viewings;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** How a version differs from another: counts, and areas by class that add up. */
    @GetMapping("/difference")
    @Requires("onemap:feature:read")
    ResponseEntity<Map<String, @Nullable Object>> difference(
            @PathVariable String layer, @RequestParam String from, @RequestParam String to) {
        LayerEntry entry = layer(layer);
        require(entry, from);
        require(entry, to);
        LayerComparison comparison =
                made.computeIfAbsent(layer + " " + from + " " + to, key -> compare(entry, from, to));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.putAll(json.released(layer, from, to));
        tree.putAll(json.of(layer, comparison));
        note("difference", layer + " " + from.substring(0, 16) + " " + to.substring(0, 16));
        return answer(tree);
    }

    private LayerComparison compare(LayerEntry layer, String from, String to) {
        Matching matching = rules.matching(layer.schema());
        try (SnapshotStore.Lease was = store.open(from);
                SnapshotStore.Lease is = store.open(to)) {
            FeatureKeys before = FeatureKeys.of(was.snapshot(), matching.key());
            FeatureKeys after = FeatureKeys.of(is.snapshot(), matching.key());
            return new ComparisonMaking(before, after, matching, DivisionPart.whole(), done -> {}).make();
        }
    }

    /** The same on the map; @param box west,south,east,north */
    @GetMapping("/changes")
    @Requires("onemap:feature:read")
    ResponseEntity<Map<String, Object>> changes(
            @PathVariable String layer,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String box,
            HttpServletRequest request) {
        LayerEntry entry = layer(layer);
        require(entry, from);
        require(entry, to);
        Box seen = ChangedFeatures.box(box);
        viewings.note(
                "intake:feature:view",
                SessionId.of(request),
                layer + " " + from.substring(0, 16) + " " + to.substring(0, 16),
                new double[] {seen.west(), seen.south(), seen.east(), seen.north()});
        return answer(changed.in(seen, pair(entry, from, to), DivisionPart.whole()));
    }

    /**
     * The features that are not as they were, the largest first.
     *
     * @param change ADDED, REMOVED, RESHAPED, REVALUED; null: every kind
     * @param code class before or after; null: every class
     * @param after how many of them were shown already
     */
    @GetMapping("/changes/list")
    @Requires("onemap:feature:read")
    ResponseEntity<Map<String, @Nullable Object>> listChanges(
            @PathVariable String layer,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        LayerEntry entry = layer(layer);
        require(entry, from);
        require(entry, to);
        ChangedFeatures.Wanted wanted = ChangedFeatures.Wanted.of(change, code, after, limit);
        note("difference", layer + " " + from.substring(0, 16) + " " + to.substring(0, 16));
        return answer(changed.page(wanted, pair(entry, from, to), DivisionPart.whole()));
    }

    private ChangedFeatures.Pair pair(LayerEntry layer, String from, String to) {
        return new ChangedFeatures.Pair(from, to, rules.matching(layer.schema()), "");
    }

    private void require(LayerEntry layer, String hash) {
        boolean released =
                releases.listReleases(layer.code()).stream().anyMatch(entry -> Objects.equals(entry.hash(), hash));
        if (!released || !store.contains(hash))
            throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer.code(), "hash", hash);
    }

    private LayerEntry layer(String code) {
        return register.findLayer(code)
                .filter(sight::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", code));
    }

    private void note(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "intake:feature:" + verb, object, null)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
