package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Versions that nobody has checked get their check, each once. */
class CheckTaskTest {
    private final TestApplication application = TestApplication.onH2();
    private final PaperChecks checks = new PaperChecks();

    @BeforeEach
    void threeVersions() {
        application.jdbc().sql("delete from layer_release").update();
        release("STBHHX", 1, "2024-01-01");
        release("STBHHX", 2, "2025-01-01");
        release("GHFQ", 3, "2025-01-01");
    }

    @Test
    void everyVersionIsCheckedOnceWithTheOneBeforeItTheNewestFirst() {
        task(checks).run(context(100));
        task(checks).run(context(100));

        assertThat(checks.orders)
                .extracting(order -> order.layer() + " " + order.snapshot() + " after " + order.previous())
                .containsExactly(
                        "STBHHX " + hash("STBHHX", 2) + " after " + hash("STBHHX", 1),
                        "GHFQ " + hash("GHFQ", 3) + " after null",
                        "STBHHX " + hash("STBHHX", 1) + " after null");
    }

    @Test
    void whatACancelledRunHasCheckedStays() {
        assertThatThrownBy(() -> task(checks).run(context(2))).isInstanceOf(TaskCancelled.class);
        assertThat(checks.orders).hasSize(1);

        task(checks).run(context(100));

        assertThat(checks.orders).hasSize(3);
    }

    @Test
    void aCoreIsLeftToThoseWhoWork() {
        task(checks).run(context(100));

        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(checks.threads).hasSize(3).containsOnly(cores > 1 ? cores - 1 : 1);
    }

    @Test
    void whereThereAreNoChecksItIsSaid() {
        assertThatThrownBy(() -> task(null).run(context(100)))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("catalogue.no-checks");
    }

    private CheckTask task(@org.jspecify.annotations.Nullable LayerChecks given) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (given != null) beans.addBean("checks", given);
        return new CheckTask(
                application.bean(Timetable.class),
                beans.getBeanProvider(LayerChecks.class),
                application.bean(SnapshotStore.class),
                application.bean(CityClock.class),
                application.bean(Settings.class));
    }

    private void release(String layer, int place, String from) {
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(
                        layer, hash(layer, place), LocalDate.parse(from), "delivery", false));
    }

    private String hash(String layer, int place) {
        return Squares.snapshot(application, layer, place);
    }

    /** A task that is cancelled when it tells its progress for this time. */
    private static TaskContext context(int cancelledAt) {
        return new TaskContext() {
            private int told;

            @Override
            public TaskId id() {
                return new TaskId(new UUID(0, 1));
            }

            @Override
            public Map<String, String> params() {
                return Map.of();
            }

            @Override
            public String actor() {
                return "somebody";
            }

            @Override
            public void progress(long done, long total, String unit) {
                if (++told == cancelledAt) throw new TaskCancelled();
            }
        };
    }

    /** Finds nothing wrong with anything, and remembers what it was asked. */
    private static final class PaperChecks implements LayerChecks {
        private final List<Order> orders = new ArrayList<>();
        private final List<Integer> threads = new ArrayList<>();
        private final Map<String, CheckRun> runs = new HashMap<>();

        @Override
        public CheckRun check(Order order, Progress progress) {
            orders.add(order);
            threads.add(progress.threads());
            CheckRun run = new CheckRun(
                    UUID.randomUUID(),
                    order.layer(),
                    order.snapshot(),
                    order.at(),
                    null,
                    1,
                    0,
                    0,
                    100,
                    Instant.EPOCH,
                    List.of());
            runs.put(order.snapshot(), run);
            return run;
        }

        @Override
        public Optional<CheckRun> find(UUID run) {
            return runs.values().stream().filter(each -> each.id().equals(run)).findFirst();
        }

        @Override
        public Optional<CheckRun> last(String snapshot) {
            return Optional.ofNullable(runs.get(snapshot));
        }
    }
}
