package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Work in parts, of which whoever is idle may take some: the caller does parts until none is left, and threads of the common pool
 * help meanwhile. When nobody is idle it is a plain loop. The answers stand in the order of the parts, whoever made them.
 */
public final class ManyHands {
    private ManyHands() {}

    /**
     * @param parts how many
     * @param hands how many threads at most, the caller's among them
     * @param part makes the answer of a part, on any thread; what one throws comes out when all hands rest
     */
    public static <T> List<T> map(int parts, int hands, IntFunction<T> part) {
        AtomicInteger next = new AtomicInteger();
        AtomicReferenceArray<T> answers = new AtomicReferenceArray<>(parts);
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) answers.set(i, part.apply(i));
        };
        List<Helper> helpers = new ArrayList<>();
        for (int i = 1; i < StrictMath.min(hands, parts); i++) helpers.add(new Helper(work));
        try {
            work.run();
        } finally {
            next.set(parts);
            helpers.forEach(Helper::rest);
        }
        List<T> made = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) made.add(answers.get(i));
        return made;
    }

    /** One more hand, when a thread of the pool is free in time. */
    private static final class Helper {
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<Void> done;

        Helper(Runnable work) {
            done = CompletableFuture.runAsync(
                    () -> {
                        if (taken.compareAndSet(false, true)) work.run();
                    },
                    ForkJoinPool.commonPool());
        }

        /** Waits for a helper that has begun; one that has not will find nothing to do. */
        void rest() {
            if (taken.compareAndSet(false, true)) return;
            try {
                done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException thrown) throw thrown;
                if (e.getCause() instanceof Error thrown) throw thrown;
                throw e;
            }
        }
    }
}
