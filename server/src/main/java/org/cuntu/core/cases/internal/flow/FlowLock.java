package org.cuntu.core.cases.internal.flow;

import java.util.UUID;
import org.cuntu.core.cases.Processes;
import org.flowable.job.api.Job;
import org.flowable.job.service.JobProcessor;
import org.flowable.job.service.JobProcessorContext;
import org.springframework.beans.factory.ObjectProvider;

/** What the engine's threads do to a case takes its turn with the acts of persons: the same rows are held, in the same order. */
final class FlowLock implements JobProcessor {
    private final FlowVisits visits;
    private final ObjectProvider<Processes.Arrivals> arrivals;

    FlowLock(FlowVisits visits, ObjectProvider<Processes.Arrivals> arrivals) {
        this.visits = visits;
        this.arrivals = arrivals;
    }

    @Override
    public void process(JobProcessorContext context) {
        if (!context.isInPhase(JobProcessorContext.Phase.BEFORE_EXECUTE)) return;
        if (!(context.getJobEntity() instanceof Job job)) return;
        String process = job.getProcessInstanceId();
        if (process == null) return;
        UUID caseId = visits.caseOf(process);
        arrivals.ifAvailable(each -> each.moving(caseId));
        visits.lock(caseId);
    }
}
