package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.core.onemap.SnapshotReleased;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks the issued sheets whose plan has changed, after a version of the plots was released: asked for in the releasing
 * transaction, one transaction a sheet, a sheet and version only once however often it runs.
 */
@Component
class ConditionTask implements TaskKind {
    static final String KIND = "planning.conditions";

    private final ConditionTable sheets;
    private final ConditionChanges changes;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Tasks> tasks;

    ConditionTask(
            ConditionTable sheets,
            ConditionChanges changes,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction,
            ObjectProvider<Tasks> tasks) {
        this.sheets = sheets;
        this.changes = changes;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
        this.tasks = tasks;
    }

    @EventListener
    void released(SnapshotReleased released) {
        if (released.layer().equals(PlotsFile.PLOTS) && sheets.hasIssued())
            tasks.getObject().submit(KIND, Map.of("snapshot", released.hash()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        List<PlanCondition> issued = sheets.listIssued();
        int marked = 0;
        try (ConditionChanges.Today today = changes.today()) {
            for (int i = 0; i < issued.size(); i++) {
                context.progress(i, issued.size(), "sheets");
                if (mark(issued.get(i), today, context.actor())) marked++;
            }
        }
        return TaskResult.of(Map.of("sheets", issued.size(), "marked", marked));
    }

    private boolean mark(PlanCondition sheet, ConditionChanges.Today today, String actor) {
        String hash = today.hash().orElse("");
        if (hash.equals(sheet.snapshot())) return false;
        ConditionChanges.Answer answer = today.of(sheet);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            PlanCondition now = sheets.find(sheet.id(), true).orElseThrow();
            if (now.state() != PlanCondition.State.ISSUED) return false;
            if (sheets.findCheck(sheet.id(), hash).isPresent()) return false;
            sheets.check(sheet.id(), hash, ConditionChanges.write(answer.changes()), clock.now());
            if (answer.changes().isEmpty()) return false;
            sheets.happened(sheet.id(), PlanCondition.Act.MARK, actor, clock.now(), "");
            proof.append(new ProofAct(actor, "planning:condition:mark", sheet.called() + " " + sheet.id(), hash));
            return true;
        }));
    }
}
