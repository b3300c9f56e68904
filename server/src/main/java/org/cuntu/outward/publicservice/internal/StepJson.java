package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of a case as its applicant sees them: who has them, until when, how they ended. */
@Component("publicserviceStepJson")
class StepJson {
    private final Cases cases;
    private final CitizenWords words;

    StepJson(Cases cases, CitizenWords words) {
        this.cases = cases;
        this.words = words;
    }

    Map<String, @Nullable Object> of(CaseTask task, Matter matter) {
        MatterStep step = matter.step(task.step());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", step.id());
        tree.put("title", CitizenWords.of(step.title()));
        tree.put("kind", step.kind().name());
        tree.put("unit", words.unit(task.unit(), step, task.division()));
        tree.put("holder", words.person(task.holder()));
        tree.put("arrivedAt", task.arrivedAt().toString());
        tree.put("due", task.due() == null ? null : task.due().toString());
        tree.put("doneAt", ApplicationJson.text(task.doneAt()));
        return tree;
    }

    /** Each step once, in the order of the process, as it stands by its last task. */
    List<Map<String, @Nullable Object>> all(CaseFile file, Matter matter) {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        List<CaseTask> tasks = file.submittedAt() == null ? List.of() : cases.listTasks(file.id());
        for (MatterStep step : matter.steps()) {
            CaseTask last = null;
            for (CaseTask task : tasks)
                if (task.step().equals(step.id())
                        && (last == null || !task.arrivedAt().isBefore(last.arrivedAt()))) last = task;
            // what is asked of the applicant is there only when it was asked
            if (last == null && step.kind() == MatterStep.Kind.CORRECT) continue;
            Map<String, @Nullable Object> tree;
            if (last == null) {
                tree = new LinkedHashMap<>();
                tree.put("id", step.id());
                tree.put("title", CitizenWords.of(step.title()));
                tree.put("kind", step.kind().name());
                tree.put("unit", words.unit(null, step, file.division()));
                tree.put("limit", step.limit());
                tree.put("state", file.state().isOpen() ? "TO_COME" : "NOT_TAKEN");
            } else {
                tree = of(last, matter);
                MatterStep.Conclusion conclusion = last.conclusion();
                tree.put("conclusion", conclusion == null ? null : conclusion.name());
                tree.put("state", last.doneAt() == null ? "OPEN" : "DONE");
            }
            steps.add(tree);
        }
        return steps;
    }
}
