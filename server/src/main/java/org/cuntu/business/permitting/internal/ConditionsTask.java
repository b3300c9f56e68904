package org.cuntu.business.permitting.internal;

import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the case of a plan-condition sheet go on: a sheet's paper is drawn whenever it is asked for, from what was kept. */
@Component
class ConditionsTask implements TaskKind {
    static final String KIND = "permitting.conditions";

    private final ObjectProvider<Cases> cases;

    ConditionsTask(ObjectProvider<Cases> cases) {
        this.cases = cases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        UUID id = UUID.fromString(context.params().getOrDefault("case", ""));
        cases.ifAvailable(each -> each.arrived(id, "paper"));
        return TaskResult.of(Map.of());
    }
}
