package org.cuntu.platform.operations.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.operations.Operations;
import org.cuntu.platform.oversight.UnusualActs;
import org.springframework.stereotype.Component;

/** What the alerts of {@code docs/deploy/alerts.yml} look at. */
@Component
class CityMeters implements MeterBinder {
    private static final Duration DAY = Duration.ofHours(24);

    private final Operations operations;
    private final Backups backups;
    private final UnusualActs unusual;
    private final CityClock clock;

    CityMeters(Operations operations, Backups backups, UnusualActs unusual, CityClock clock) {
        this.operations = operations;
        this.backups = backups;
        this.unusual = unusual;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "cuntu.backup.age.seconds", "age of the newest backup that can be restored", all -> age());
        gauge(
                registry,
                "cuntu.backup.alarm",
                "1 when it is too old",
                all -> backups.alarm().isPresent() ? 1 : 0);
        gauge(registry, "cuntu.proof.size", "acts with a place in the log", all -> all.log()
                .size());
        gauge(registry, "cuntu.proof.waiting", "acts without a place", all -> all.log()
                .waiting());
        gauge(registry, "cuntu.tasks.queued", "tasks that wait", all -> all.work()
                .queued());
        gauge(registry, "cuntu.tasks.running", "tasks under way", all -> all.work()
                .running());
        gauge(registry, "cuntu.tasks.failed.day", "tasks failed in 24 h", all -> all.work()
                .failedToday());
        gauge(
                registry,
                "cuntu.unusual.day",
                "unusual acts noticed in 24 h",
                all -> unusual.countSince(clock.now().minus(DAY)));
        gauge(registry, "cuntu.problems", "what modules say is not whole", all -> all.listProblems()
                .size());
        gauge(registry, "cuntu.home.free.bytes", "free on the disk of the home", all -> all.disk()
                .free());
        gauge(registry, "cuntu.home.total.bytes", "size of the disk of the home", all -> all.disk()
                .total());
    }

    private double age() {
        return backups.newest()
                .map(copy ->
                        (double) Duration.between(copy.madeAt(), clock.now()).toSeconds())
                .orElse(Double.NaN);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Operations> figure) {
        Gauge.builder(name, operations, figure).description(what).register(registry);
    }
}
