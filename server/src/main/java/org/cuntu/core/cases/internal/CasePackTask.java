package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.stereotype.Component;

/**
 * A pack (一窗受理): after its acceptance each of its cases begins, accepted with it; when all have ended its own process goes on. Each
 * case is a transaction of its own, and one that began already is left alone: a refusing case keeps no other from its end.
 */
@Component
class CasePackTask implements TaskKind {
    static final String KIND = "cases.pack";
    static final String FAN_OUT = "fan-out";
    static final String CHILDREN = "children";

    private final CaseTable cases;
    private final OpinionTable opinions;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CaseEntries entries;
    private final CaseActs acts;
    private final Processes processes;

    CasePackTask(
            CaseTable cases,
            OpinionTable opinions,
            CaseReading reading,
            CaseTransaction transaction,
            CaseEntries entries,
            CaseActs acts,
            Processes processes) {
        this.cases = cases;
        this.opinions = opinions;
        this.reading = reading;
        this.transaction = transaction;
        this.entries = entries;
        this.acts = acts;
        this.processes = processes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        UUID id = UUID.fromString(context.params().get("case"));
        if (FAN_OUT.equals(context.params().get("do"))) fanOut(id);
        settle(id);
        return TaskResult.of(Map.of("case", id.toString()));
    }

    private void fanOut(UUID id) {
        List<Opinion> given = opinions.list(id);
        Opinion accepted = given.stream()
                .filter(each -> each.conclusion() == MatterStep.Conclusion.ACCEPT)
                .reduce((one, other) -> other)
                .orElse(null);
        for (CaseRow child : cases.listChildren(id)) {
            transaction.within(child.id(), row -> {
                if (row.state() == CaseState.DRAFT) entries.enter(row, reading.matter(row));
            });
            if (accepted != null)
                transaction.within(child.id(), row -> {
                    if (row.state() == CaseState.SUBMITTED) acts.acceptAs(row, accepted);
                });
        }
    }

    private void settle(UUID id) {
        transaction.within(id, row -> {
            List<CaseRow> children = cases.listChildren(id);
            boolean all = children.stream().noneMatch(each -> each.state().isOpen());
            if (all && row.state().isOpen()) processes.message(id, "children");
        });
    }
}
