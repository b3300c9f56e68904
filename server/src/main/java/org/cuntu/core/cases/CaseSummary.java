package org.cuntu.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list: without its form and its ground, with its clocks.
 *
 * @param number null while it is a draft
 * @param open the steps that wait for somebody
 * @param clocks as they read today; empty before it is handed in
 * @param last the conclusion of the opinion given last; null: none was given
 */
public record CaseSummary(
        UUID id,
        @Nullable String number,
        String matter,
        String matterHash,
        String name,
        Applicant applicant,
        CaseState state,
        @Nullable UUID parent,
        List<CaseTask> open,
        List<CaseClock> clocks,
        MatterStep.@Nullable Conclusion last,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt) {
    public CaseSummary {
        open = List.copyOf(open);
        clocks = List.copyOf(clocks);
    }

    /** Of a case that was read whole. @param opinions in the order in which they were given */
    public static CaseSummary of(CaseFile file, List<CaseClock> clocks, List<Opinion> opinions) {
        return new CaseSummary(
                file.id(),
                file.number(),
                file.matter(),
                file.matterHash(),
                file.name(),
                file.applicant(),
                file.state(),
                file.parent(),
                file.open(),
                clocks,
                opinions.isEmpty() ? null : opinions.getLast().conclusion(),
                file.createdAt(),
                file.submittedAt(),
                file.endedAt());
    }
}
