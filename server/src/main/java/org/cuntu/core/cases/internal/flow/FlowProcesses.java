package org.cuntu.core.cases.internal.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.cases.internal.BpmnCheck;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Processes on the engine. The process instance of a case has the case's id; a definition's key is the matter's code and the beginning
 * of its hash, so that a case goes on as its matter was when it began.
 */
@Component
public class FlowProcesses implements Processes {
    private static final int HASH = 16;

    private final FlowEngine engine;
    private final FlowVisits visits;
    private final FlowDrawing drawing = new FlowDrawing();
    private final ObjectProvider<BpmnCheck> checks;
    private final ObjectProvider<Matters> matters;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    /** What arrivals of this thread's transaction have said. */
    private final ThreadLocal<@Nullable Deque<Runnable>> said = new ThreadLocal<>();

    FlowProcesses(
            FlowEngine engine,
            JdbcClient jdbc,
            CityClock clock,
            ObjectProvider<BpmnCheck> checks,
            ObjectProvider<Matters> matters) {
        this.engine = engine;
        this.visits = new FlowVisits(jdbc, clock);
        this.checks = checks;
        this.matters = matters;
    }

    private static String key(Matter matter) {
        return matter.code() + "-"
                + matter.hash().substring(0, Math.min(HASH, matter.hash().length()));
    }

    @Override
    @Transactional
    public void deploy(Matter matter) {
        String key = key(matter);
        if (known.contains(key)) return;
        checks.ifAvailable(check -> check.check(matter));
        FlowGuard.check(matter);
        if (!isDeployed(key))
            engine().getRepositoryService()
                    .createDeployment()
                    .name(key)
                    .disableSchemaValidation()
                    .addString(key + ".bpmn20.xml", FlowText.of(matter.process(), key, this::called))
                    .deploy();
        afterCommit(() -> known.add(key));
    }

    private boolean isDeployed(String key) {
        return engine().getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                > 0;
    }

    private String called(String code) {
        Matter matter = matters.getObject()
                .find(code)
                .orElseThrow(() -> new IllegalStateException("a process calls a matter that there is not: " + code));
        deploy(matter);
        return key(matter);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(UUID caseId, Matter matter, Map<String, Boolean> variables) {
        deploy(matter);
        visits.begin(caseId, key(matter));
        Map<String, Object> all = new HashMap<>();
        matter.decisions().keySet().forEach(name -> all.put(name, false));
        all.putAll(variables);
        engine().getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionKey(key(matter))
                .predefineProcessInstanceId(caseId.toString())
                .variables(all)
                .start();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(UUID caseId, UUID task, Map<String, Boolean> variables) {
        lock(caseId);
        Task open = engine().getTaskService()
                .createTaskQuery()
                .taskId(task.toString())
                .singleResult();
        if (open == null
                || tokens(caseId).stream().noneMatch(each -> each.getId().equals(open.getExecutionId())))
            throw ProblemAnswer.conflict("cases.someone-acted");
        engine().getTaskService().complete(open.getId(), new HashMap<>(variables));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(UUID caseId, String step) {
        lock(caseId);
        new FlowTokens(engine(), caseId).moveTo(step);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(UUID caseId, String name) {
        // said by what an arrival does: the token is still on its way to where it waits
        if (Context.getCommandContext() != null) beforeCommit(() -> heard(caseId, name));
        else heard(caseId, name);
    }

    private void heard(UUID caseId, String name) {
        lock(caseId);
        new FlowTokens(engine(), caseId).message(name);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(UUID caseId, String reason) {
        lock(caseId);
        if (!tokens(caseId).isEmpty()) engine().getRuntimeService().deleteProcessInstance(caseId.toString(), reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Drawing draw(UUID caseId, Matter matter) {
        Set<String> open = tokens(caseId).stream()
                .filter(each -> caseId.toString().equals(each.getProcessInstanceId()) && each.getActivityId() != null)
                .map(Execution::getActivityId)
                .collect(Collectors.toSet());
        return drawing.of(matter, visits.list(caseId), open);
    }

    private List<Execution> tokens(UUID caseId) {
        return engine().getRuntimeService()
                .createExecutionQuery()
                .rootProcessInstanceId(caseId.toString())
                .list();
    }

    private void lock(UUID caseId) {
        visits.lock(caseId).orElseThrow(() -> new IllegalStateException("no process was begun for the case " + caseId));
    }

    private ProcessEngine engine() {
        return engine.get();
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Also what is said while the earlier is heard. */
    private void beforeCommit(Runnable work) {
        Deque<Runnable> waiting = said.get();
        if (waiting != null) {
            waiting.add(work);
            return;
        }
        Deque<Runnable> first = new ArrayDeque<>(List.of(work));
        said.set(first);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                for (Runnable next = first.poll(); next != null; next = first.poll()) next.run();
            }

            @Override
            public void afterCompletion(int status) {
                said.remove();
            }
        });
    }
}
