package org.cuntu.platform.backup.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Rounds;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for the day's backup when its time has come; for a missed one at the next look; for a failed one after an hour. */
@Component
class Timetable extends Rounds {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int TASKS = 200;

    private final BackupTable table;
    private final Tasks tasks;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    Timetable(BackupTable table, Tasks tasks, CityClock clock, Settings settings, TransactionTemplate transaction) {
        super("backup-timetable", Duration.ZERO, LOOK);
        this.table = table;
        this.tasks = tasks;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Whether this installation is to make backups by itself. */
    static boolean isWanted(Settings settings) {
        Boolean stated = settings.backup().enabled();
        return stated == null ? settings.mode() == Settings.Mode.SERVE : stated;
    }

    /** Asks for a backup when one is due and none is under way; one node at a time. */
    @Override
    protected void look() {
        transaction.executeWithoutResult(status -> {
            table.lock();
            if (isDue()) tasks.submit(Backups.MAKE, Map.of("scheduled", "true"));
        });
    }

    private boolean isDue() {
        Instant due = due(settings.backup().at());
        boolean made =
                table.listNewest(1).stream().anyMatch(copy -> !copy.madeAt().isBefore(due));
        List<TaskView> making = tasks.listNewest(TASKS).stream()
                .filter(task -> task.kind().equals(Backups.MAKE))
                .toList();
        boolean underWay = making.stream().anyMatch(task -> !task.state().isEnd());
        Instant recent = clock.now().minus(AGAIN);
        boolean failed = making.stream()
                .anyMatch(task -> task.endedAt() != null && task.endedAt().isAfter(recent) && task.result() == null);
        return !made && !underWay && !failed;
    }

    /** The last time at which a backup was to be made. */
    private Instant due(LocalTime at) {
        LocalDate today = clock.today();
        Instant due = today.atTime(at).atZone(clock.zone()).toInstant();
        return due.isAfter(clock.now())
                ? today.minusDays(1).atTime(at).atZone(clock.zone()).toInstant()
                : due;
    }

    @Override
    protected boolean isWanted() {
        return isWanted(settings) && settings.tasks().run();
    }
}
