package org.cuntu.engine.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks on several threads, the caller's among them, and hands their results on in the order in which the tasks came, on the
 * caller's thread. Bounded: a caller that is faster than the others works itself, and what is under way never weighs more than allowed.
 * What a task throws comes out where its result would have. For one caller.
 */
final class OrderedTasks implements AutoCloseable {
    private static final int WAITING_A_THREAD = 4;

    private record Pending<R>(FutureTask<R> task, Consumer<R> taker, int weight) {
        /** Does it unless somebody has begun, waits for it, and hands the result on. */
        void take() {
            task.run();
            try {
                taker.accept(task.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException thrown) throw thrown;
                if (e.getCause() instanceof Error thrown) throw thrown;
                if (e.getCause() instanceof IOException thrown) throw new UncheckedIOException(thrown);
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private final @Nullable ThreadPoolExecutor pool;
    private final int mostWeight;
    private final ArrayDeque<Pending<?>> pending = new ArrayDeque<>();
    private long weight;

    /**
     * @param threads with the caller's
     * @param mostWeight what may be under way, beside the one task that came last
     */
    OrderedTasks(int threads, int mostWeight) {
        this.mostWeight = mostWeight;
        pool = threads < 2 ? null : pool(threads - 1);
    }

    private static ThreadPoolExecutor pool(int threads) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("snapshot-writer-", 0).factory());
    }

    /** Adds a task; hands on the results that are due. */
    <R> void add(Callable<R> work, Consumer<R> taker, int weight) {
        Pending<R> added = new Pending<>(new FutureTask<>(work), taker, weight);
        pending.add(added);
        this.weight += weight;
        if (pool == null || pool.getQueue().size() >= WAITING_A_THREAD * pool.getCorePoolSize())
            added.task().run();
        else pool.execute(added.task());
        for (Pending<?> head = pending.peek();
                head != null && (head.task().isDone() || this.weight > mostWeight);
                head = pending.peek()) takeFirst();
    }

    /** Hands on all that is under way. */
    void drain() {
        // from behind: the others have begun in front
        for (Iterator<Pending<?>> last = pending.descendingIterator(); last.hasNext(); )
            last.next().task().run();
        while (!pending.isEmpty()) takeFirst();
    }

    private void takeFirst() {
        Pending<?> first = pending.remove();
        weight -= first.weight();
        first.take();
    }

    /** Gives up what is under way and ends the threads; waits for a task that cannot be given up. */
    @Override
    public void close() {
        pending.clear();
        if (pool == null) return;
        pool.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (pool.awaitTermination(1, TimeUnit.MINUTES)) break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
