package org.cuntu.core.intake.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.FeatureVersion;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
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

/** What a layer was: its releases, and one feature's versions. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/layers/{layer}")
class LayerHistoryController {
    private final LayerRegister register;
    private final LayerSight sight;
    private final Releases releases;
    private final Baselines baselines;
    private final LineageTable lineage;
    private final SubmissionTable submissions;
    private final FeatureHistories histories;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    LayerHistoryController(
            LayerRegister register,
            LayerSight sight,
            Releases releases,
            Baselines baselines,
            LineageTable lineage,
            SubmissionTable submissions,
            FeatureHistories histories,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.register = register;
        this.sight = sight;
        this.releases = releases;
        this.baselines = baselines;
        this.lineage = lineage;
        this.submissions = submissions;
        this.histories = histories;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** All entries in the order in which they became known. */
    @GetMapping("/releases")
    @Requires("intake:submission:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> releases(@PathVariable String layer) {
        LayerEntry entry = layer(layer);
        List<Map<String, @Nullable Object>> list =
                releases.listReleases(entry.code()).stream().map(this::release).toList();
        note("read", layer + " releases");
        return answer(list);
    }

    private Map<String, @Nullable Object> release(ReleaseEntry entry) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", entry.id());
        tree.put("act", entry.act().name());
        tree.put("hash", entry.hash());
        tree.put("inForceFrom", text(entry.inForceFrom()));
        tree.put("inForceTo", text(entry.inForceTo()));
        tree.put("target", entry.target());
        tree.put("knownFrom", entry.knownFrom().toString());
        tree.put("features", entry.features());
        tree.put("source", entry.source());
        String hash = entry.hash();
        tree.put(
                "submission",
                hash == null
                        ? null
                        : lineage.find(entry.layer(), hash)
                                .flatMap(row -> submissions.find(row.submission()))
                                .map(Submission::number)
                                .orElse(null));
        return tree;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * Each version of one feature.
     *
     * @param key value of the layer's key field
     * @param known K: an instant, or a date meaning its end; null: all that is known
     */
    @GetMapping("/features/{key}/history")
    @Requires("onemap:feature:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> history(
            @PathVariable String layer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String known) {
        LayerEntry entry = layer(layer);
        Instant cut = known == null || known.isBlank()
                ? null
                : baselines.resolve(null, known).known();
        List<Map<String, @Nullable Object>> list =
                histories.of(entry, key, cut).stream().map(this::version).toList();
        if (list.isEmpty()) throw ProblemAnswer.notFound("intake.unknown-feature", "layer", layer, "key", key);
        note("history", layer + " " + key);
        return answer(list);
    }

    private Map<String, @Nullable Object> version(FeatureVersion version) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("inForceFrom", version.inForceFrom().toString());
        tree.put("knownFrom", version.knownFrom().toString());
        tree.put("act", version.act());
        tree.put("withdrawnAt", text(version.withdrawnAt()));
        tree.put("change", version.change().name());
        if (version.extent() != null) Extents.put(tree, version.extent());
        tree.put("snapshot", version.snapshot());
        tree.put("feature", version.feature());
        tree.put("fields", version.fields());
        tree.put("source", version.source());
        tree.put("submission", version.submission());
        SubmissionFile file = version.file();
        tree.put("file", file == null ? null : named(file));
        return tree;
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

    private static Map<String, @Nullable Object> named(SubmissionFile file) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", file.name());
        tree.put("sha256", file.sha256());
        tree.put("sourceLayer", file.sourceLayer());
        return tree;
    }
}
