package org.cuntu.platform.home.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.WarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The health of contracts 1: OUT_OF_SERVICE until every warm-up has been through, then UP, or DEGRADED. */
@Component
class Readiness implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(Readiness.class);
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ObjectProvider<WarmUp> warmUps;
    private final ObjectProvider<Degraded> reports;
    private final AtomicReference<Status> state = new AtomicReference<>(Status.OUT_OF_SERVICE);

    private volatile boolean stopped;

    Readiness(ObjectProvider<WarmUp> warmUps, ObjectProvider<Degraded> reports) {
        this.warmUps = warmUps;
        this.reports = reports;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().name("warm-up").daemon().start(this::warmUp);
    }

    /** What a warm-up meets from now on is the stop itself. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
        state.set(Status.OUT_OF_SERVICE);
    }

    private void warmUp() {
        long start = System.nanoTime();
        Status reached = Status.UP;
        for (WarmUp warmUp : warmUps.orderedStream().toList()) {
            try {
                warmUp.warmUp();
            } catch (Exception e) {
                if (stopped) return;
                log.error(
                        "incident {}: warm-up {}",
                        UUID.randomUUID(),
                        warmUp.getClass().getSimpleName(),
                        e);
                reached = Status.DOWN;
            }
        }
        if (stopped) return;
        state.set(reached);
        log.info("warmed up in {} ms: {}", (System.nanoTime() - start) / 1_000_000, reached);
    }

    @Override
    public Health health() {
        Status status = state.get();
        if (!status.equals(Status.UP)) return Health.status(status).build();
        List<String> why =
                reports.orderedStream().flatMap(report -> report.why().stream()).toList();
        if (why.isEmpty()) return Health.up().build();
        log.warn("degraded: {}", why);
        return Health.status(DEGRADED).build();
    }
}
