package org.cuntu.cli;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Keeps a verb running until its server is stopped, by Ctrl-C or a signal. */
final class Running {
    private Running() {}

    static void untilStopped(ConfigurableApplicationContext application) {
        CountDownLatch stopped = new CountDownLatch(1);
        ApplicationListener<ContextClosedEvent> closed = event -> stopped.countDown();
        application.addApplicationListener(closed);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
