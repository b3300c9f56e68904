package org.cuntu.core.cases.internal.flow;

import java.util.UUID;
import java.util.function.BiConsumer;
import org.cuntu.core.cases.Processes;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.delegate.event.FlowableSequenceFlowTakenEvent;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears of every move of every token, in the transaction that makes it: writes down what was passed and tells
 * {@link Processes.Arrivals}. Is also the one delegate that service tasks call.
 */
final class FlowListener implements FlowableEventListener, JavaDelegate {
    static final String TYPES =
            "TASK_CREATED,TASK_COMPLETED,ENTITY_DELETED,ENTITY_CREATED,ACTIVITY_STARTED,SEQUENCEFLOW_TAKEN,"
                    + "PROCESS_COMPLETED,JOB_EXECUTION_SUCCESS";

    private final FlowVisits visits;
    private final ObjectProvider<Processes.Arrivals> arrivals;
    private final FlowJobs jobs = new FlowJobs();
    /** The task that this thread is completing: its row goes, but it was done. */
    private final ThreadLocal<@Nullable String> completing = new ThreadLocal<>();
    /** The end that a token of this thread has reached. */
    private final ThreadLocal<@Nullable String> end = new ThreadLocal<>();

    FlowListener(FlowVisits visits, ObjectProvider<Processes.Arrivals> arrivals) {
        this.visits = visits;
        this.arrivals = arrivals;
    }

    FlowJobs jobs() {
        return jobs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String delegate = execution.getCurrentFlowElement().getAttributeValue(FlowText.CUNTU, "delegate");
        UUID caseId = UUID.fromString(execution.getRootProcessInstanceId());
        arrivals.ifAvailable(each -> each.called(caseId, delegate));
    }

    @Override
    public void onEvent(FlowableEvent event) {
        switch (event) {
            case FlowableActivityEvent activity -> started(activity);
            case FlowableSequenceFlowTakenEvent flow -> passed(flow.getExecutionId(), flow.getId());
            case FlowableEngineEntityEvent entity -> entity(entity);
            default -> {}
        }
    }

    private void started(FlowableActivityEvent activity) {
        passed(activity.getExecutionId(), activity.getActivityId());
        if (activity.getActivityType().equals("endEvent")) end.set(activity.getActivityId());
    }

    /** What is passed within a called process is of another drawing. */
    private void passed(String execution, String element) {
        ExecutionEntity token = execution(execution);
        if (token.getRootProcessInstanceId().equals(token.getProcessInstanceId()))
            visits.passed(UUID.fromString(token.getRootProcessInstanceId()), element);
    }

    private void entity(FlowableEngineEntityEvent event) {
        Object entity = event.getEntity();
        if (!(event.getType() instanceof FlowableEngineEventType type)) return;
        if (entity instanceof TaskEntity task) task(type, task);
        else if (entity instanceof JobEntity job) job(type, job);
        else if (entity instanceof ExecutionEntity token && type == FlowableEngineEventType.PROCESS_COMPLETED)
            ended(token);
    }

    private void task(FlowableEngineEventType type, TaskEntity task) {
        if (type == FlowableEngineEventType.TASK_CREATED)
            tell(task, (caseId, arrival) -> arrival.opened(caseId, id(task), task.getTaskDefinitionKey()));
        else if (type == FlowableEngineEventType.TASK_COMPLETED) completing.set(task.getId());
        else if (type == FlowableEngineEventType.ENTITY_DELETED) {
            boolean done = task.getId().equals(completing.get());
            completing.remove();
            if (!done) tell(task, (caseId, arrival) -> arrival.closed(caseId, id(task), task.getTaskDefinitionKey()));
        }
    }

    private void job(FlowableEngineEventType type, JobEntity job) {
        if (type == FlowableEngineEventType.ENTITY_CREATED) jobs.made(job.getId());
        else if (type == FlowableEngineEventType.JOB_EXECUTION_SUCCESS) jobs.done(job.getId());
    }

    private void ended(ExecutionEntity process) {
        if (!process.getId().equals(process.getRootProcessInstanceId())) return;
        String reached = end.get();
        end.remove();
        UUID caseId = UUID.fromString(process.getId());
        arrivals.ifAvailable(each -> each.ended(caseId, reached == null ? "" : reached));
    }

    private void tell(TaskEntity task, BiConsumer<UUID, Processes.Arrivals> what) {
        UUID caseId = UUID.fromString(execution(task.getExecutionId()).getRootProcessInstanceId());
        arrivals.ifAvailable(each -> what.accept(caseId, each));
    }

    private static UUID id(TaskEntity task) {
        return UUID.fromString(task.getId());
    }

    private static ExecutionEntity execution(String id) {
        return CommandContextUtil.getExecutionEntityManager().findById(id);
    }

    /** What cannot be told undoes the move. */
    @Override
    public boolean isFailOnException() {
        return true;
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
        return false;
    }

    @Override
    public @Nullable String getOnTransaction() {
        return null;
    }
}
