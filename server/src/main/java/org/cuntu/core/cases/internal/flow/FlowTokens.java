package org.cuntu.core.cases.internal.flow;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;

/** The tokens of a case, moved by hand: back to a step, or on from where they wait for a message. */
final class FlowTokens {
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final String process;
    private final List<Execution> all;

    FlowTokens(ProcessEngine engine, UUID caseId) {
        this.engine = engine;
        this.runtime = engine.getRuntimeService();
        this.process = caseId.toString();
        this.all = runtime.createExecutionQuery().rootProcessInstanceId(process).list();
    }

    /** Every token of the case becomes one at the step. */
    void moveTo(String step) {
        List<String> tokens = leaves().stream().map(Execution::getId).toList();
        if (tokens.isEmpty()) throw new IllegalStateException("the process of the case has ended: " + process);
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(process)
                .moveExecutionsToSingleActivityId(tokens, step)
                .changeState();
    }

    /** Without the scopes that hold tokens, and without what only watches over a token. */
    private List<Execution> leaves() {
        List<Execution> own = all.stream()
                .filter(each -> each.getProcessInstanceId().equals(process) && each.getParentId() != null)
                .filter(each -> !(element(each) instanceof BoundaryEvent))
                .toList();
        Set<String> holders = own.stream().map(Execution::getParentId).collect(Collectors.toSet());
        return own.stream().filter(each -> !holders.contains(each.getId())).toList();
    }

    void message(String name) {
        for (Execution each : all) {
            if (element(each) instanceof ReceiveTask task && name.equals(messageOf(each, task)))
                runtime.trigger(each.getId());
            else if (isSubscribed(each, name)) runtime.messageEventReceived(name, each.getId());
        }
    }

    private boolean isSubscribed(Execution token, String name) {
        return runtime.createEventSubscriptionQuery()
                        .executionId(token.getId())
                        .eventType("message")
                        .eventName(name)
                        .count()
                > 0;
    }

    /** The engine's receive tasks know no messages; the name is read from where the author wrote it. */
    private String messageOf(Execution token, ReceiveTask task) {
        String reference = task.getAttributeValue(null, "messageRef");
        var message = model(token).getMessage(reference);
        return message == null ? "" : message.getName();
    }

    private @Nullable FlowElement element(Execution token) {
        return token.getActivityId() == null ? null : model(token).getFlowElement(token.getActivityId());
    }

    private BpmnModel model(Execution token) {
        String definition =
                ((org.flowable.engine.impl.persistence.entity.ExecutionEntity) token).getProcessDefinitionId();
        return engine.getRepositoryService().getBpmnModel(definition);
    }
}
