package org.cuntu.business.survey.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What was made under a name, the last few of them; who asks for what is being made waits for it instead of making it twice. What could
 * not be made is tried again by the next who asks. Thread safe.
 */
final class LastUsed<T> {
    private final Map<String, CompletableFuture<T>> held;

    LastUsed(int most) {
        held = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<T>> eldest) {
                return size() > most;
            }
        };
    }

    T get(String name, Function<String, T> making) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> there;
        synchronized (held) {
            there = held.putIfAbsent(name, mine);
        }
        if (there != null) return joined(there);
        try {
            T made = making.apply(name);
            mine.complete(made);
            return made;
        } catch (RuntimeException | Error e) {
            synchronized (held) {
                held.remove(name, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
