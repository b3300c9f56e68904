package org.cuntu.platform.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that nobody asks for, and the alarm when they do not come. */
class TimetableTest {
    @TempDir
    Path home;

    @Test
    void theDaysBackupIsMadeOnceAndTheNextDaysAgain() throws Exception {
        try (TestApplication application = started("cuntu.backup.enabled=true", "cuntu.tasks.run=true")) {
            Timetable timetable = application.bean(Timetable.class);
            timetable.look();
            timetable.look();
            ended(application);
            timetable.look();
            assertThat(made(application)).hasSize(1).allMatch(BackupCopy::scheduled);

            application.clock().pass(Duration.ofHours(24));
            timetable.look();
            ended(application);
            assertThat(made(application)).hasSize(2);
        }
    }

    @Test
    void nothingIsMadeWhereNoneIsWanted() {
        try (TestApplication application = started("cuntu.tasks.run=true")) {
            application.clock().pass(Duration.ofDays(3));

            assertThat(application.bean(Timetable.class).isRunning()).isFalse();
            assertThat(application.bean(Backups.class).alarm()).isEmpty();
        }
    }

    @Test
    void theAlarmIsRaisedAfterTwentySixHoursWithoutABackupAndEndsWithOne() throws Exception {
        // nobody runs tasks here, so the timetable's own thread does not make one before the test looks
        try (TestApplication application = started("cuntu.backup.enabled=true", "cuntu.tasks.run=false")) {
            Backups backups = application.bean(Backups.class);
            application.inTransaction(() -> application
                    .bean(org.cuntu.platform.audit.ProofLog.class)
                    .append(new org.cuntu.platform.audit.ProofAct("local", "test:act:do", "x", null)));
            application.clock().pass(Duration.ofHours(25));
            assertThat(backups.alarm()).isEmpty();

            application.clock().pass(Duration.ofHours(2));
            assertThat(backups.alarm().orElseThrow().age()).isEmpty();
            assertThat(application
                            .context()
                            .getBeanProvider(Degraded.class)
                            .orderedStream()
                            .flatMap(report -> report.problem().stream())
                            .map(problem -> problem.code()))
                    .contains("backup.none");
        }
        try (TestApplication application = started("cuntu.backup.enabled=true", "cuntu.tasks.run=true")) {
            // the timetable's own thread may be at the first one: it ends before the next is due
            application.bean(Timetable.class).look();
            ended(application);
            application.clock().pass(Duration.ofHours(27));
            application.bean(Timetable.class).look();
            ended(application);

            assertThat(application.bean(Backups.class).alarm()).isEmpty();
            application.clock().pass(Duration.ofHours(27));
            assertThat(application.bean(Backups.class).alarm().orElseThrow().age())
                    .hasValueSatisfying(age -> assertThat(age).isGreaterThan(Duration.ofHours(26)));
        }
    }

    private TestApplication started(String... settings) {
        return TestApplication.start(home, false, settings);
    }

    private static List<BackupCopy> made(TestApplication application) {
        return application.bean(Backups.class).listNewest(10);
    }

    private static void ended(TestApplication application) throws InterruptedException {
        Tasks tasks = application.bean(Tasks.class);
        for (TaskView task : tasks.listNewest(10)) tasks.await(task.id(), Duration.ofSeconds(60));
    }
}
