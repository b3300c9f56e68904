package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolves a survey at the two clocks for whoever asks: the version, how its classes are rolled up, what is seen of it. Thread safe. */
@Component
class StandingSurveys {
    static final String PERMISSION = "survey:statistics:read";

    private final SurveyFile file;
    private final LayerRegister register;
    private final LayerSight sight;
    private final Baselines baselines;
    private final ClassSchemes schemes;
    private final SnapshotStore store;
    private final Tallies tallies;
    private final CurrentUser current;

    StandingSurveys(
            SurveyFile file,
            LayerRegister register,
            LayerSight sight,
            Baselines baselines,
            ClassSchemes schemes,
            SnapshotStore store,
            Tallies tallies,
            CurrentUser current) {
        this.file = file;
        this.register = register;
        this.sight = sight;
        this.baselines = baselines;
        this.schemes = schemes;
        this.store = store;
        this.tallies = tallies;
        this.current = current;
    }

    /**
     * A survey at T as known at K.
     *
     * @param snapshot null when there is none, or its file is missing
     * @param reason why it cannot be relied on; null when it can
     */
    record Standing(
            SurveyLayer layer,
            LayerEntry entry,
            Baseline baseline,
            @Nullable SnapshotRef snapshot,
            @Nullable NotAnsweredReason reason,
            ClassRoll roll,
            Reach reach) {}

    List<SurveyLayer> listLayers() {
        return file.layers().stream()
                .filter(each ->
                        register.findLayer(each.layer()).filter(sight::sees).isPresent())
                .toList();
    }

    /** @throws ProblemAnswer 404 for a layer that is no survey or is not seen */
    Standing at(String layer, @Nullable LocalDate asOf, @Nullable String known) {
        SurveyLayer survey =
                file.find(layer).orElseThrow(() -> ProblemAnswer.notFound("survey.unknown-survey", "layer", layer));
        LayerEntry entry = register.findLayer(layer)
                .filter(sight::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("survey.unknown-survey", "layer", layer));
        Baseline baseline = baselines.resolve(asOf, known == null || known.isBlank() ? null : known);
        Baseline.Layer found = baseline.layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .findFirst()
                .orElseThrow();
        boolean there =
                found.snapshot() != null && store.contains(found.snapshot().hash());
        NotAnsweredReason reason = there || found.reason() != null ? found.reason() : NotAnsweredReason.NO_SNAPSHOT;
        return new Standing(
                survey,
                entry,
                baseline,
                there ? found.snapshot() : null,
                reason,
                ClassRoll.of(survey, schemes, file, baseline),
                current.reach(PERMISSION));
    }

    /** The counted version; null when there is none. */
    @Nullable
    Tally tally(Standing standing) {
        SnapshotRef snapshot = standing.snapshot;
        return snapshot == null
                ? null
                : tallies.of(standing.layer, snapshot.hash(), Tallies.villages(standing.baseline));
    }
}
