package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** The whitelist that a matter's folder is held against in the build and when it is read, once more before the engine gets the process. */
@Component
final class BpmnWhitelist implements BpmnCheck {
    @Override
    public void check(Matter matter) {
        String file = matter.code() + "/" + MatterFolder.PROCESS;
        List<Problem> problems = new ArrayList<>();
        BpmnFile.read(file, matter.process(), problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }
}
