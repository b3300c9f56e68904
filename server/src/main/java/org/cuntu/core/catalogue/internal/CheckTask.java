package org.cuntu.core.catalogue.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Checks every version that stands and was never checked, so that nothing stays uncollected for want of a score: archives that came
 * in before there were checks, layers of other ways. Nobody waits for it: a core is left to those who
 * work. A run again checks what the broken one left.
 */
@Component
class CheckTask implements TaskKind {
    static final String KIND = Catalogue.CHECK_TASK;

    private final Timetable timetable;
    private final ObjectProvider<LayerChecks> checks;
    private final SnapshotStore store;
    private final CityClock clock;
    private final int threads;

    CheckTask(
            Timetable timetable,
            ObjectProvider<LayerChecks> checks,
            SnapshotStore store,
            CityClock clock,
            Settings settings) {
        this.timetable = timetable;
        this.checks = checks;
        this.store = store;
        this.clock = clock;
        this.threads = settings.tasks().backgroundThreads();
    }

    /** A version to be checked, with the one before it. */
    private record Unchecked(SnapshotRef version, @Nullable String previous) {}

    /** What is looked at most has its score soonest. */
    private static final Comparator<Unchecked> NEWEST_FIRST = Comparator.comparing(
                    (Unchecked each) -> each.version().inForceFrom())
            .reversed();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        LayerChecks asked = checks.getIfAvailable();
        if (asked == null) throw new InputRefused(Problem.refused("catalogue.no-checks", Problem.Place.UNKNOWN));
        List<Unchecked> all = unchecked(asked);
        int done = 0;
        for (Unchecked each : all) {
            int before = done;
            context.progress(before, all.size(), "versions");
            SnapshotRef version = each.version();
            asked.check(
                    new LayerChecks.Order(version.layer(), version.hash(), clock.today(), each.previous(), null),
                    new LayerChecks.Progress() {
                        @Override
                        public void at(long part, long of) {
                            context.progress(before, all.size(), "versions");
                        }

                        @Override
                        public boolean cancelled() {
                            return false;
                        }

                        @Override
                        public int threads() {
                            return threads;
                        }
                    });
            done++;
        }
        context.progress(done, all.size(), "versions");
        return TaskResult.of(Map.of("checked", done));
    }

    private List<Unchecked> unchecked(LayerChecks asked) {
        List<Unchecked> all = new ArrayList<>();
        SnapshotRef before = null;
        for (SnapshotRef version : timetable.moments(null).versions()) {
            boolean same = before != null && before.layer().equals(version.layer());
            boolean known = asked.last(version.hash()).isPresent()
                    || all.stream().anyMatch(each -> each.version().hash().equals(version.hash()));
            if (!known && store.contains(version.hash())) all.add(new Unchecked(version, same ? before.hash() : null));
            before = version;
        }
        all.sort(NEWEST_FIRST);
        return all;
    }
}
