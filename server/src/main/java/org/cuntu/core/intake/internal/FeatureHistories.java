package org.cuntu.core.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.intake.FeatureVersion;
import org.cuntu.core.intake.FeatureVersion.FieldChange;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseEntry.Act;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one feature was in every version of its layer, and which delivered file brought it (图斑沿革, 血缘). */
@Component
class FeatureHistories {
    private static final int NONE = -1;

    private final Releases releases;
    private final LineageTable lineage;
    private final SubmissionTable submissions;
    private final RoundTable rounds;
    private final SnapshotStore store;
    private final IntakeRules rules;

    FeatureHistories(
            Releases releases,
            LineageTable lineage,
            SubmissionTable submissions,
            RoundTable rounds,
            SnapshotStore store,
            IntakeRules rules) {
        this.releases = releases;
        this.lineage = lineage;
        this.submissions = submissions;
        this.rounds = rounds;
        this.store = store;
        this.rules = rules;
    }

    /**
     * In the order in which they became known; versions in which nothing happened to the feature are left out.
     *
     * @param known K: nothing that became known later; null: all
     */
    List<FeatureVersion> of(LayerEntry layer, String key, @Nullable Instant known) {
        String field = rules.keyField(layer.schema()).orElse(null);
        if (field == null) return List.of();
        List<ReleaseEntry> entries = releases.listReleases(layer.code()).stream()
                .filter(entry -> known == null || !entry.knownFrom().isAfter(known))
                .toList();
        List<FeatureVersion> versions = new ArrayList<>();
        for (ReleaseEntry entry : entries) {
            String hash = entry.hash();
            if (hash == null || !store.contains(hash)) continue;
            String before = before(entries, entry).orElse(null);
            if (before != null && (before.equals(hash) || !store.contains(before))) continue;
            step(entries, entry, hash, before, field, key).ifPresent(versions::add);
        }
        return versions;
    }

    /** The version that an entry took the place of, as it was known then: of a correction what it corrects. */
    private static Optional<String> before(List<ReleaseEntry> entries, ReleaseEntry entry) {
        LocalDate from = Objects.requireNonNull(entry.inForceFrom());
        return entries.stream()
                .filter(other -> other.hash() != null && other.knownFrom().isBefore(entry.knownFrom()))
                .filter(other -> withdrawnAt(entries, other.id())
                        .filter(at -> at.isBefore(entry.knownFrom()))
                        .isEmpty())
                .filter(other -> entry.act() == Act.CORRECTION
                        ? from.equals(day(other))
                        : day(other).isBefore(from))
                .max(Comparator.comparing(FeatureHistories::day).thenComparing(ReleaseEntry::knownFrom))
                .map(ReleaseEntry::hash);
    }

    private static LocalDate day(ReleaseEntry entry) {
        return Objects.requireNonNull(entry.inForceFrom());
    }

    private static Optional<Instant> withdrawnAt(List<ReleaseEntry> entries, UUID id) {
        return entries.stream()
                .filter(entry -> entry.act() == Act.WITHDRAWAL && id.equals(entry.target()))
                .map(ReleaseEntry::knownFrom)
                .findFirst();
    }

    private Optional<FeatureVersion> step(
            List<ReleaseEntry> entries,
            ReleaseEntry entry,
            String hash,
            @Nullable String before,
            String field,
            String key) {
        try (SnapshotStore.Lease is = store.open(hash);
                SnapshotStore.Lease was = before == null ? is : store.open(before)) {
            int now = find(is.snapshot(), field, key);
            int then = before == null ? NONE : find(was.snapshot(), field, key);
            if (now == NONE && then == NONE) return Optional.empty();
            List<FieldChange> fields = fields(was.snapshot(), then, is.snapshot(), now);
            Change change = change(was.snapshot(), then, is.snapshot(), now, fields);
            if (change == Change.UNCHANGED) return Optional.empty();
            LineageTable.Lineage made = lineage.find(entry.layer(), hash).orElse(null);
            return Optional.of(new FeatureVersion(
                    day(entry),
                    entry.knownFrom(),
                    entry.act().name(),
                    withdrawnAt(entries, entry.id()).orElse(null),
                    change,
                    now == NONE ? null : Extents.of(is.snapshot(), now),
                    hash,
                    now == NONE ? null : now,
                    fields,
                    entry.source(),
                    made == null
                            ? null
                            : submissions.find(made.submission()).orElseThrow().number(),
                    made == null ? null : file(made, change)));
        }
    }

    static int find(Snapshot snapshot, String field, String key) {
        int position = snapshot.schema().indexOf(field);
        if (position < 0) return NONE;
        for (int i = 0; i < snapshot.size(); i++) {
            Object value = snapshot.value(i, position);
            if (value != null && value.toString().equals(key)) return i;
        }
        return NONE;
    }

    private static Change change(Snapshot was, int then, Snapshot is, int now, List<FieldChange> fields) {
        if (then == NONE) return Change.ADDED;
        if (now == NONE) return Change.REMOVED;
        if (!was.geometry(then).equalsExact(is.geometry(now))) return Change.RESHAPED;
        return fields.isEmpty() ? Change.UNCHANGED : Change.REVALUED;
    }

    private static List<FieldChange> fields(Snapshot was, int then, Snapshot is, int now) {
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : is.schema().fields()) {
            String before = then == NONE ? null : ComparisonMaking.text(was.value(then, field.code()));
            String after = now == NONE ? null : ComparisonMaking.text(is.value(now, field.code()));
            if (!Objects.equals(before, after)) changes.add(new FieldChange(field.code(), before, after));
        }
        return changes;
    }

    /** The file of the round that says what happened to the feature. */
    private @Nullable SubmissionFile file(LineageTable.Lineage made, Change change) {
        SubmissionFile.Role role =
                switch (change) {
                    case ADDED -> SubmissionFile.Role.ADDED;
                    case REMOVED -> SubmissionFile.Role.REMOVED;
                    case RESHAPED, REVALUED, UNCHANGED -> SubmissionFile.Role.CHANGED;
                };
        return rounds.listFiles(made.submission(), made.round()).stream()
                .filter(file -> file.role() == role || file.role() == SubmissionFile.Role.WHOLE)
                .findFirst()
                .orElse(null);
    }
}
