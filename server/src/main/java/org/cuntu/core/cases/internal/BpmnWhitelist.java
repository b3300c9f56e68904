package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** The same checks as at the reading of a folder, once more before the engine gets a process. Thread safe. */
@Component
class BpmnWhitelist implements BpmnCheck {
    @Override
    public void check(Matter matter) {
        List<Problem> problems = new ArrayList<>();
        read(matter.code() + "/" + MatterFolder.PROCESS, matter.process(), problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    /** What the file says; whether a process is sound is asked only when all of it is allowed. */
    static BpmnGraph read(String file, String bpmn, List<Problem> problems) {
        List<Problem> own = new ArrayList<>();
        BpmnGraph graph = BpmnFile.read(file, bpmn, own);
        if (own.isEmpty()) BpmnSound.check(file, graph, own);
        problems.addAll(own);
        return graph;
    }
}
