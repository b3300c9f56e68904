package org.cuntu.core.intake.internal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which version a submission stands on, and whether it may be put on a later one without being checked anew. */
@Component
class BaseVersions {
    private final Baselines baselines;
    private final LineageTable lineage;
    private final SubmissionTable submissions;

    BaseVersions(Baselines baselines, LineageTable lineage, SubmissionTable submissions) {
        this.baselines = baselines;
        this.lineage = lineage;
        this.submissions = submissions;
    }

    /** The version in force at a day, by all that is known; empty when there is none. */
    Optional<SnapshotRef> find(String layer, LocalDate day) {
        return find(layer, day, null);
    }

    /** The same by what was known at K; null: all that is known. */
    Optional<SnapshotRef> find(String layer, LocalDate day, @Nullable String known) {
        return baselines.resolveAll(day, known).layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .map(each -> each.snapshot())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Hash of the version in force on the day from which the submission is to be. */
    @Nullable
    String of(Submission submission) {
        return find(submission.layer(), submission.inForceFrom())
                .map(SnapshotRef::hash)
                .orElse(null);
    }

    /** Hash of the version in force the day before: what a yearly change package changes. */
    Optional<String> before(Submission submission) {
        return find(submission.layer(), submission.inForceFrom().minusDays(1)).map(SnapshotRef::hash);
    }

    /**
     * Whether all that happened between two versions were parts of other divisions: then the ground of this one is in both
     * as it was.
     */
    boolean onlyOthersBetween(@Nullable String base, @Nullable String now, Submission submission) {
        String at = now;
        while (at != null && !Objects.equals(at, base)) {
            LineageTable.Lineage made = lineage.find(submission.layer(), at).orElse(null);
            if (made == null) return false;
            Submission other = submissions.find(made.submission()).orElseThrow();
            if (meet(other.division(), submission.division())) return false;
            at = made.base();
        }
        return Objects.equals(at, base);
    }

    private static boolean meet(String one, String other) {
        String a = Reach.significant(one);
        String b = Reach.significant(other);
        return a.startsWith(b) || b.startsWith(a);
    }
}
