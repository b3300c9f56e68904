package org.cuntu.platform.tasks.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.NodeName;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks over db-scheduler: one execution a task, named by its id. An execution that was picked by a process that is gone is
 * picked again: at the start those of this home, whose lock says that no other process is behind them; those of other
 * nodes when their heartbeats stop.
 */
@Component
class ScheduledTasks implements Tasks, SmartLifecycle {
    private static final String NAME = "cuntu-task";
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TaskTable table;
    private final ObjectProvider<TaskKind> kinds;
    private final CurrentActor actor;
    private final CityClock clock;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final Settings.Tasks settings;
    private final TransactionTemplate transaction;
    private final SchedulerClient client;
    private final OneTimeTask<Void> execution;
    private final String node;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile @Nullable Scheduler scheduler;

    ScheduledTasks(
            TaskTable table,
            TaskRunner runner,
            ObjectProvider<TaskKind> kinds,
            CurrentActor actor,
            CityClock clock,
            JdbcClient jdbc,
            DataSource source,
            Settings settings,
            Home home,
            TransactionTemplate transaction) {
        this.table = table;
        this.kinds = kinds;
        this.actor = actor;
        this.clock = clock;
        this.jdbc = jdbc;
        this.source = source;
        this.settings = settings.tasks();
        this.transaction = transaction;
        this.node = NodeName.of(home);
        this.execution = com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(NAME)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.now().plusSeconds(1)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> runner.run(id(instance.getId()), stopping::get));
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source), execution)
                .build();
    }

    private static TaskId id(String instance) {
        return new TaskId(UUID.fromString(instance));
    }

    @Override
    public TaskId submit(String kind, Map<String, String> params) {
        if (kinds.stream().noneMatch(known -> known.kind().equals(kind)))
            throw new IllegalArgumentException("no such kind of task: " + kind);
        TaskId id = new TaskId(UUID.randomUUID());
        transaction.executeWithoutResult(status -> {
            table.add(id, kind, params, actor.id());
            client.scheduleIfNotExists(execution.instance(id.toString()), clock.now());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        });
        return id;
    }

    private void wake() {
        Scheduler running = scheduler;
        if (running != null) running.triggerCheckForDueExecutions();
    }

    @Override
    public Optional<TaskView> find(TaskId id) {
        return table.find(id);
    }

    @Override
    public List<TaskView> listNewest(int limit) {
        return table.listNewest(limit);
    }

    @Override
    public void cancel(TaskId id) {
        table.askCancel(id);
    }

    @Override
    public TaskView await(TaskId id, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            TaskView view = find(id).orElseThrow(() -> new IllegalArgumentException("no task " + id));
            if (view.state().isEnd() || System.nanoTime() > end) return view;
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void start() {
        if (!settings.run()) return;
        stopping.set(false);
        jdbc.sql("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                where picked = true and picked_by = :node""").param("node", node).update();
        Scheduler created = Scheduler.create(source, execution)
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(settings.threads())
                .executorService(Executors.newFixedThreadPool(
                        settings.threads(),
                        Thread.ofPlatform().name("task-", 1).daemon().factory()))
                .pollingInterval(settings.poll())
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .enableImmediateExecution()
                .clock(clock::now)
                .build();
        created.start();
        scheduler = created;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        stopping.set(true);
        if (running != null) running.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return 100;
    }
}
