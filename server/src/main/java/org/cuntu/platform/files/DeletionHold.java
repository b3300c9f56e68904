package org.cuntu.platform.files;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Keeps files from being deleted while a backup reads them (contracts 8): {@code try (var held = hold.take()) { … }}. Whoever
 * deletes asks first, and comes again later when it is held. Thread safe.
 */
@Component
public class DeletionHold {
    private final AtomicInteger holders = new AtomicInteger();

    /** Ends with {@code close}. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    public Held take() {
        holders.incrementAndGet();
        return holders::decrementAndGet;
    }

    public boolean isHeld() {
        return holders.get() > 0;
    }
}
