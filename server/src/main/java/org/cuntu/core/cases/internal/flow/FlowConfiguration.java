package org.cuntu.core.cases.internal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.scripting.FlowableScriptEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/** How the engine is set: our transactions, our clock, no history of its own, no scripts, no functions, and one bean. */
final class FlowConfiguration {
    /** Threads that take up joins and timers. */
    private static final int THREADS = 2;

    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOOK_AT_TIMERS = Duration.ofSeconds(1);
    private static final Duration LOOK_AT_LOCKS = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** A join is tried for a whole day before it is laid aside. */
    static final int TRIES = 17_280;
    /** What fails more often than so is told of. */
    static final int SOON = 2;

    private FlowConfiguration() {}

    static ProcessEngineConfigurationImpl of(
            DataSource source,
            PlatformTransactionManager transactions,
            FlowClock clock,
            String node,
            Map<Object, Object> beans,
            FlowListener listener) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        // one JVM may hold several applications; the engine keeps its own list by name
        engine.setEngineName("cuntu-" + UUID.randomUUID());
        engine.setDataSource(source);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setHistoryLevel(HistoryLevel.NONE);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setClock(clock);
        engine.setIdGenerator(() -> UUID.randomUUID().toString());
        engine.setBeans(beans);
        engine.setFlowableFunctionDelegates(new ArrayList<>());
        engine.setScriptEngine(new NoScripts());
        engine.setEnableSafeBpmnXml(true);
        engine.setTypedEventListeners(Map.of(FlowListener.TYPES, List.<FlowableEventListener>of(listener)));
        engine.setAsyncExecutorActivate(false);
        engine.setAsyncExecutorNumberOfRetries(TRIES);
        engine.setAsyncFailedJobWaitTime((int) AGAIN.toSeconds());
        engine.setDefaultFailedJobWaitTime((int) AGAIN.toSeconds());
        engine.setAsyncExecutorConfiguration(executor(node));
        engine.setAsyncExecutorTaskExecutorConfiguration(threads());
        return engine;
    }

    private static AsyncJobExecutorConfiguration executor(String node) {
        AsyncJobExecutorConfiguration executor = new AsyncJobExecutorConfiguration();
        executor.setLockOwner(node);
        executor.setUnlockOwnedJobs(true);
        executor.setAsyncJobLockTime(LOCK);
        executor.setTimerLockTime(LOCK);
        executor.setDefaultAsyncJobAcquireWaitTime(LOOK);
        executor.setDefaultTimerJobAcquireWaitTime(LOOK_AT_TIMERS);
        executor.setResetExpiredJobsInterval(LOOK_AT_LOCKS);
        executor.setMaxAsyncJobsDuePerAcquisition(32);
        executor.setMaxTimerJobsPerAcquisition(32);
        executor.setMoveTimerExecutorPoolSize(1);
        return executor;
    }

    private static AsyncTaskExecutorConfiguration threads() {
        AsyncTaskExecutorConfiguration threads = new AsyncTaskExecutorConfiguration();
        threads.setCorePoolSize(THREADS);
        threads.setMaxPoolSize(THREADS);
        threads.setThreadPoolNamingPattern("process-%d");
        threads.setAwaitTerminationPeriod(Duration.ofSeconds(20));
        return threads;
    }

    /** Whatever asks for a script is refused. */
    private static final class NoScripts implements FlowableScriptEngine {
        @Override
        public org.flowable.common.engine.impl.scripting.FlowableScriptEvaluationRequest createEvaluationRequest() {
            throw new FlowableIllegalArgumentException("a process runs no scripts");
        }
    }
}
