package org.cuntu.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opinion (意见): never changed; a correction is another one.
 *
 * @param lentBy who lent the right (AB角); empty: the person's own
 * @param corrects the opinion that it corrects; null: none
 * @param leaf of the proof log
 */
public record Opinion(
        UUID id,
        UUID caseId,
        String step,
        MatterStep.Conclusion conclusion,
        String words,
        String by,
        List<String> lentBy,
        @Nullable UUID corrects,
        @Nullable String back,
        Instant at,
        String leaf) {
    public Opinion {
        lentBy = List.copyOf(lentBy);
    }
}
