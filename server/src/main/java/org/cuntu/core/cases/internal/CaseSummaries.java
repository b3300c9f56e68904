package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseSummary;
import org.cuntu.core.cases.MatterStep;
import org.springframework.stereotype.Component;

/** Cases for a list: however many there are, each table is asked once. */
@Component
class CaseSummaries {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final OpinionTable opinions;
    private final CaseClocks clocks;
    private final CasePersons persons;

    CaseSummaries(CaseTable cases, CaseTaskTable tasks, OpinionTable opinions, CaseClocks clocks, CasePersons persons) {
        this.cases = cases;
        this.tasks = tasks;
        this.opinions = opinions;
        this.clocks = clocks;
        this.persons = persons;
    }

    /** Those that the caller sees, in the order of their ids. */
    List<CaseSummary> list(List<UUID> ids) {
        Map<UUID, CaseRow> found = cases.findAll(ids);
        List<UUID> handedIn = found.values().stream()
                .filter(row -> row.times().submittedAt() != null)
                .map(CaseRow::id)
                .toList();
        Map<UUID, List<CaseTaskTable.Row>> open = tasks.listOpen(handedIn);
        Map<UUID, MatterStep.Conclusion> last = opinions.last(handedIn);
        List<CaseSummary> list = new ArrayList<>();
        for (UUID id : ids) {
            CaseRow row = found.get(id);
            if (row == null || !persons.sees(row)) continue;
            List<CaseTaskTable.Row> of = open.getOrDefault(id, List.of());
            list.add(new CaseSummary(
                    id,
                    row.number(),
                    row.matter(),
                    row.matterHash(),
                    row.name(),
                    row.applicant(),
                    row.state(),
                    row.parent(),
                    of.stream().map(CaseTaskTable.Row::task).toList(),
                    row.times().submittedAt() == null ? List.of() : clocks.read(row, of),
                    last.get(id),
                    row.times().createdAt(),
                    row.times().submittedAt(),
                    row.times().endedAt()));
        }
        return list;
    }
}
