package org.cuntu.core.cases.internal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What acts leave to the engine's threads, so that who acted sees the step after a join in the answer and not a moment later. Nothing
 * depends on it: a join that nobody waits for goes all the same. Thread safe.
 */
final class FlowJobs {
    private final Map<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Left> watching = new ThreadLocal<>();

    /** Jobs that the transactions of one thread have made. */
    static final class Left {
        private final List<String> jobs = new ArrayList<>();
    }

    /** From now on the thread's jobs are written down. */
    Left watch() {
        Left left = new Left();
        watching.set(left);
        return left;
    }

    void unwatch(Left left) {
        watching.remove();
        left.jobs.forEach(awaited::remove);
    }

    void made(String job) {
        Left left = watching.get();
        if (left == null) return;
        left.jobs.add(job);
        awaited.put(job, new CompletableFuture<>());
    }

    /** In the job's own transaction. */
    void done(String job) {
        CompletableFuture<Boolean> waits = awaited.get(job);
        if (waits == null || !TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waits.complete(true);
            }
        });
    }

    void await(Left left, Duration patience) {
        CompletableFuture<?>[] all = left.jobs.stream()
                .map(awaited::get)
                .filter(java.util.Objects::nonNull)
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the engine is busy, or its threads run elsewhere: the step shows when it is there
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
