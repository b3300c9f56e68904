package org.cuntu.engine.matrix;

import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Numbers 0 … size-1 in blocks on several threads, their results taken in ascending order by the thread that asked. Features are
 * numbered along the Hilbert curve, so a block is a compact piece of ground and its neighbours in the file are read together.
 *
 * <p>What is added up in the taker is added in feature order: not a bit of a sum depends on how many threads there are or which
 * was faster. No more than {@value #AHEAD} blocks a thread are made ahead of the taker, which bounds the memory.
 */
public final class OrderedBlocks {
    /** Numbers in a block. */
    public static final int BLOCK = 256;

    private static final int AHEAD = 8;
    private static final long LOOK_EVERY_MS = 50;

    /** Work on one block, [from, to); one object a thread. Asks {@code stopped} between steps that take long. */
    public interface Worker<R> {
        R work(int from, int to, AtomicBoolean stopped);
    }

    private final Effort effort;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public OrderedBlocks(Effort effort) {
        this.effort = effort;
    }

    /**
     * @param done and total are what progress is reported in: this run's numbers follow {@code done} others of {@code total}
     * @throws CancellationException when the watch has it stopped or the thread is interrupted
     */
    public <R> void run(int size, long done, long total, Supplier<Worker<R>> workers, Consumer<R> taker) {
        ConcurrentLinkedQueue<Worker<R>> idle = new ConcurrentLinkedQueue<>();
        ArrayDeque<Future<R>> ahead = new ArrayDeque<>();
        ExecutorService pool = Executors.newFixedThreadPool(
                effort.threads(),
                Thread.ofPlatform().daemon().name("overlay-", 0).factory());
        try {
            int next = 0;
            for (int taken = 0; taken < size; taken += BLOCK) {
                while (next < size && ahead.size() < AHEAD * effort.threads()) {
                    int from = next;
                    int to = StrictMath.min(size - BLOCK, from) == from ? from + BLOCK : size;
                    ahead.add(pool.submit(() -> work(idle, workers, from, to)));
                    next = to;
                }
                taker.accept(await(ahead.remove()));
                effort.watch().progress(done + StrictMath.min(taken + BLOCK, size), total);
            }
        } finally {
            stopped.set(true);
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    private <R> R work(ConcurrentLinkedQueue<Worker<R>> idle, Supplier<Worker<R>> workers, int from, int to) {
        Worker<R> worker = idle.poll();
        if (worker == null) worker = workers.get();
        R result = worker.work(from, to, stopped);
        idle.add(worker);
        return result;
    }

    private <R> R await(Future<R> future) {
        while (true) {
            if (effort.watch().cancelled()) throw new CancellationException("cancelled");
            try {
                return future.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtWork) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }

    /** A snapshot may be closed once the run has ended: no thread may still read it. */
    private static void awaitEnd(ExecutorService pool) {
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
