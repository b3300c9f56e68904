package org.cuntu.platform.backup.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptBackups implements Backups, Degraded {
    private static final int TASKS = 200;

    private final BackupTable table;
    private final BackupPlace place;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    KeptBackups(
            BackupTable table,
            BackupPlace place,
            Tasks tasks,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction) {
        this.table = table;
        this.place = place;
        this.tasks = tasks;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public TaskId make() {
        Optional<TaskId> under = tasks.listNewest(TASKS).stream()
                .filter(task -> task.kind().equals(MAKE) && !task.state().isEnd())
                .map(TaskView::id)
                .findFirst();
        if (under.isPresent()) return under.get();
        return asked("backup:copy:ask", "", MAKE, Map.of());
    }

    @Override
    public TaskId verify(UUID id) {
        BackupCopy copy = table.find(id).orElseThrow(() -> ProblemAnswer.notFound("backup.unknown", "id", id));
        if (!copy.present()) throw ProblemAnswer.conflict("backup.gone", "file", copy.file());
        return asked("backup:copy:ask-verify", id.toString(), VERIFY, Map.of(BackupVerifying.COPY, id.toString()));
    }

    private TaskId asked(String act, String object, String kind, Map<String, String> params) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            TaskId task = tasks.submit(kind, params);
            proof.append(new ProofAct(actor.id(), act, object.isEmpty() ? task.toString() : object, null));
            return task;
        }));
    }

    @Override
    public List<BackupCopy> listNewest(int limit) {
        return table.listNewest(limit);
    }

    @Override
    public Optional<BackupCopy> newest() {
        return table.listKept().stream().filter(BackupCopy::isUsable).findFirst();
    }

    @Override
    public Path folder() {
        return place.folder();
    }

    @Override
    public boolean isOnTheSameDisk() {
        return place.isOnTheSameDisk();
    }

    @Override
    public Path keyFile() {
        return place.keyFile();
    }

    @Override
    public Optional<Alarm> alarm() {
        if (!Timetable.isWanted(settings)) return Optional.empty();
        Duration limit = settings.backup().alarmAfter();
        Optional<Instant> newest = newest().map(BackupCopy::madeAt);
        // a new installation has as long as a backup may be old
        Instant since = newest.or(table::firstAct).orElse(clock.now());
        if (!since.isBefore(clock.now().minus(limit))) return Optional.empty();
        return Optional.of(new Alarm(newest.map(at -> Duration.between(at, clock.now())), limit));
    }

    @Override
    public Optional<String> why() {
        return alarm().map(alarm -> alarm.age()
                .map(age -> "the newest backup is " + age.toHours() + " h old")
                .orElse("no backup was ever made"));
    }

    @Override
    public Optional<Problem> problem() {
        return alarm().map(alarm -> alarm.age()
                .map(age -> warned(
                        "backup.too-old",
                        "hours",
                        age.toHours(),
                        "limit",
                        alarm.limit().toHours()))
                .orElseGet(() -> warned("backup.none", "limit", alarm.limit().toHours())));
    }

    private static Problem warned(String code, Object... args) {
        return Problem.warning(code, Problem.Place.UNKNOWN, args);
    }
}
