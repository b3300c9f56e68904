package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseClock.Kind;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks of a case: opened, stored anew whenever something moves them, and read against today. */
@Component
class CaseClocks {
    private final WorkingDays days;
    private final CaseSettings settings;
    private final SuspensionTable suspensions;
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final CityClock clock;

    CaseClocks(
            WorkingDays days,
            CaseSettings settings,
            SuspensionTable suspensions,
            CaseTable cases,
            CaseTaskTable tasks,
            CityClock clock) {
        this.days = days;
        this.settings = settings;
        this.suspensions = suspensions;
        this.cases = cases;
        this.tasks = tasks;
        this.clock = clock;
    }

    CaseTimes times() {
        CaseSettings.Lights lights = settings.lights(clock.today());
        return new CaseTimes(days, lights.yellowShare(), lights.yellowDays());
    }

    /** The opening day of what came at an instant; that day itself where the calendar does not know. */
    LocalDate opening(Instant instant) {
        LocalDate day = days.day(instant);
        LocalTime time = LocalTime.ofInstant(instant, clock.zone());
        boolean late = !time.isBefore(settings.officeHours(day).to());
        return times().opening(day, late).orElse(day);
    }

    /** A step that arrives now. */
    CaseTimes.Due step(UUID caseId, LocalDate opened, int limit) {
        if (limit <= 0) return CaseTimes.Due.NONE;
        return times().due(new CaseTimes.Clock(opened, limit, spans(caseId, false)));
    }

    /** The last day of a limit without suspensions. */
    CaseTimes.Due plain(LocalDate opened, int limit) {
        return times().due(new CaseTimes.Clock(opened, limit, List.of()));
    }

    private List<CaseTimes.Span> spans(UUID caseId, boolean statutory) {
        return suspensions.list(caseId).stream()
                .filter(row -> statutory ? row.statutory() : row.promised())
                .map(SuspensionTable.Row::span)
                .toList();
    }

    /** Computes and stores the due dates of a case and of its open steps. Called inside a transaction that holds the case. */
    void store(UUID caseId) {
        CaseRow row = cases.find(caseId).orElseThrow();
        List<CaseTimes.Span> statutory = spans(caseId, true);
        List<CaseTimes.Span> promised = spans(caseId, false);
        Map<String, @Nullable Object> columns = new HashMap<>();
        LocalDate opened = row.clocks().openedOn();
        if (opened != null && row.times().decidedAt() == null) {
            CaseTimes.Due law =
                    times().due(new CaseTimes.Clock(opened, row.clocks().statutoryLimit(), statutory));
            CaseTimes.Due word =
                    times().due(new CaseTimes.Clock(opened, row.clocks().promisedLimit(), promised));
            columns.put("statutory_due", law.due());
            columns.put("statutory_warn", law.warn());
            columns.put("promised_due", word.due());
            columns.put("promised_warn", word.warn());
            columns.put("unknown_year", StrictMath.max(law.unknownYear(), word.unknownYear()));
        }
        columns.put("suspended", suspensions.list(caseId).stream().anyMatch(each -> each.to() == null));
        cases.set(caseId, columns);
        for (CaseTaskTable.Row task : tasks.listOpen(caseId)) {
            if (task.limit() <= 0) continue;
            tasks.due(task.task().id(), times().due(new CaseTimes.Clock(task.openedOn(), task.limit(), promised)));
        }
    }

    /** As they read today: 法定, 承诺 once they run, and 环节 of the open step that falls due first. */
    List<CaseClock> read(CaseRow row, List<CaseTaskTable.Row> open) {
        List<CaseClock> clocks = new ArrayList<>();
        LocalDate opened = row.clocks().openedOn();
        Instant decided = row.times().decidedAt() == null
                ? row.times().endedAt()
                : row.times().decidedAt();
        LocalDate ended = decided == null ? null : days.day(decided);
        if (opened != null) {
            CaseRow.Clocks of = row.clocks();
            clocks.add(read(row, Kind.STATUTORY, opened, of.statutoryLimit(), of.statutory(), ended));
            clocks.add(read(row, Kind.PROMISED, opened, of.promisedLimit(), of.promised(), ended));
        }
        open.stream()
                .filter(task -> task.limit() > 0)
                .min(java.util.Comparator.comparing(task ->
                        task.due().due() == null ? LocalDate.MAX : task.due().due()))
                .ifPresent(task -> clocks.add(read(row, Kind.STEP, task.openedOn(), task.limit(), task.due(), null)));
        return clocks;
    }

    /** Of one step, done or not. */
    CaseClock read(CaseRow row, CaseTaskTable.Row task) {
        Instant done = task.task().doneAt();
        return read(row, Kind.STEP, task.openedOn(), task.limit(), task.due(), done == null ? null : days.day(done));
    }

    private CaseClock read(
            CaseRow row, Kind kind, LocalDate opened, int limit, CaseTimes.Due due, @Nullable LocalDate ended) {
        LocalDate today = ended == null ? clock.today() : ended;
        boolean still = due.due() == null && row.flags().suspended() && ended == null;
        CaseClock.Light light = CaseTimes.light(due, still, clock.today(), ended);
        return new CaseClock(
                kind, limit, used(row, kind, opened, limit, due, today), due.due(), light, unknown(due, light));
    }

    private static int unknown(CaseTimes.Due due, CaseClock.Light light) {
        return light == CaseClock.Light.UNKNOWN ? due.unknownYear() : 0;
    }

    private int used(CaseRow row, Kind kind, LocalDate opened, int limit, CaseTimes.Due due, LocalDate today) {
        if (due.due() != null && !row.flags().suspended()) {
            var left = days.between(today, due.due());
            if (left.isPresent()) return StrictMath.max(0, limit - left.getAsInt());
        }
        List<CaseTimes.Span> spans = spans(row.id(), kind == Kind.STATUTORY);
        return times().used(new CaseTimes.Clock(opened, limit, spans), today).orElse(0);
    }

    /** How many working days it took from its opening to its end. */
    int days(CaseRow row, CaseTaskTable.Row task) {
        return read(row, task).used();
    }
}
