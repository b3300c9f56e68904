package org.cuntu.core.cases.internal.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.NodeName;
import org.cuntu.platform.home.Settings;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cmd.ClearProcessInstanceLockTimesCmd;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine, made when somebody first needs it: a command without a case does not wait for it. A server makes it at its start, so that
 * what a process that is gone had begun goes on. Its threads are not interrupted at the end. Thread safe.
 */
@Component
final class FlowEngine implements SmartLifecycle {
    private final DataSource source;
    private final PlatformTransactionManager transactions;
    private final CityClock clock;
    private final Home home;
    private final Settings settings;
    private final FlowListener listener;
    private final FlowLock lock;
    private volatile @Nullable ProcessEngine engine;

    FlowEngine(
            DataSource source,
            PlatformTransactionManager transactions,
            CityClock clock,
            Home home,
            Settings settings,
            JdbcClient jdbc,
            ObjectProvider<Processes.Arrivals> arrivals) {
        this.source = source;
        this.transactions = transactions;
        this.clock = clock;
        this.home = home;
        this.settings = settings;
        FlowVisits visits = new FlowVisits(jdbc, clock);
        this.listener = new FlowListener(visits, arrivals);
        this.lock = new FlowLock(visits, arrivals);
    }

    ProcessEngine get() {
        ProcessEngine made = engine;
        return made != null ? made : make();
    }

    private synchronized ProcessEngine make() {
        ProcessEngine made = engine;
        if (made != null) return made;
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        ProcessEngine built = apart.execute(status -> built());
        engine = built;
        return built;
    }

    private ProcessEngine built() {
        Map<Object, Object> beans = new HashMap<>(Map.of(FlowText.CALLED, listener));
        String node =
                settings.tasks().run() ? NodeName.of(home) : UUID.randomUUID().toString();
        ProcessEngineConfigurationImpl configuration =
                FlowConfiguration.of(source, transactions, new FlowClock(clock), node, beans, listener);
        configuration.setJobProcessors(List.of(lock));
        ProcessEngine built = configuration.buildProcessEngine();
        if (settings.tasks().run()) {
            // those of the process that had this home before: its lock says that nobody else is behind them
            configuration.getCommandExecutor().execute(new ClearProcessInstanceLockTimesCmd(node));
            configuration.getAsyncExecutor().start();
        }
        return built;
    }

    /** Waits until the joins have gone that a thread's transactions left to the engine. */
    void await(FlowJobs.Left left, Duration patience) {
        listener.jobs().await(left, patience);
    }

    FlowJobs jobs() {
        return listener.jobs();
    }

    @Override
    public void start() {
        if (settings.mode() != Settings.Mode.LOCAL && settings.tasks().run()) get();
    }

    @Override
    public synchronized void stop() {
        ProcessEngine made = engine;
        engine = null;
        if (made != null) made.close();
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    /** There before the tasks begin, which move processes, and until they have ended. */
    @Override
    public int getPhase() {
        return 50;
    }
}
