package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock.Light;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One look over the open cases: who was not told in time is accepted, lights that turned are written down and told once, what falls due
 * is reminded of, and a token whose message came too early goes on. Each case is a transaction of its own; a second look does nothing.
 */
@Component
public class CaseSweep {
    private static final Logger log = LoggerFactory.getLogger(CaseSweep.class);

    private final JdbcClient jdbc;
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final RemarkTable remarks;
    private final CaseTransaction transaction;
    private final CaseActs acts;
    private final CaseHands hands;
    private final CasePersons persons;
    private final CaseMoves moves;
    private final CaseTelling telling;
    private final CaseClocks clocks;
    private final Processes processes;
    private final CaseSettings settings;
    private final WorkingDays days;
    private final CityClock clock;

    CaseSweep(
            JdbcClient jdbc,
            CaseTable cases,
            CaseTaskTable tasks,
            RemarkTable remarks,
            CaseTransaction transaction,
            CaseActs acts,
            CaseHands hands,
            CasePersons persons,
            CaseMoves moves,
            CaseTelling telling,
            CaseClocks clocks,
            Processes processes,
            CaseSettings settings,
            WorkingDays days,
            CityClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.tasks = tasks;
        this.remarks = remarks;
        this.transaction = transaction;
        this.acts = acts;
        this.hands = hands;
        this.persons = persons;
        this.moves = moves;
        this.telling = telling;
        this.clocks = clocks;
        this.processes = processes;
        this.settings = settings;
        this.days = days;
        this.clock = clock;
    }

    /** One look. A case that cannot be looked at keeps no other from it. */
    public void look() {
        LocalDate today = clock.today();
        for (UUID id : cases.listUntold(today))
            alone(id, row -> {
                if (row.state() == CaseState.SUBMITTED && isUntold(row, today)) acts.acceptUntold(row);
            });
        for (UUID id : listTurned(today)) alone(id, row -> lights(row, today));
        for (UUID id : listUnknown()) alone(id, row -> clocks.store(row.id()));
        for (UUID id : listWaiting()) alone(id, this::message);
        for (UUID id : listOverdueDeferred(today)) alone(id, row -> deferred(row, today));
    }

    private void alone(UUID id, java.util.function.Consumer<CaseRow> work) {
        try {
            transaction.within(id, work);
        } catch (RuntimeException e) {
            log.error("incident {}: case {}", UUID.randomUUID(), id, e);
        }
    }

    private static boolean isUntold(CaseRow row, LocalDate today) {
        LocalDate due = row.times().tellDue();
        return due != null && today.isAfter(due);
    }

    /** Open cases of which some clock is yellow, or about to fall due. */
    private List<UUID> listTurned(LocalDate today) {
        return jdbc.sql("""
                select c.id from case_file c where c.state in ('SUBMITTED', 'IN_REVIEW', 'APPROVED') and not c.suspended
                and (c.decided_at is null and (c.statutory_warn <= :today or c.promised_warn <= :today)
                 or exists (select 1 from case_task t where t.case_id = c.id and t.open and t.warn_on <= :today))
                order by c.id""").param("today", today).query(UUID.class).list();
    }

    /** A calendar may have come since. */
    private List<UUID> listUnknown() {
        return jdbc.sql("""
                select c.id from case_file c where c.state in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')
                and (c.unknown_year > 0 or exists
                 (select 1 from case_task t where t.case_id = c.id and t.open and t.unknown_year > 0))
                order by c.id""").query(UUID.class).list();
    }

    /** Cases under way of which no step is open: they wait for a message, or it came before they waited. */
    private List<UUID> listWaiting() {
        return jdbc.sql("""
                select c.id from case_file c where c.state in ('IN_REVIEW', 'APPROVED') and c.ended_at is null
                and (c.paper or c.review_site = c.site_hash)
                and not exists (select 1 from case_task t where t.case_id = c.id and t.open) order by c.id""").query(UUID.class).list();
    }

    private void message(CaseRow row) {
        if (row.flags().paper()) processes.message(row.id(), "paper");
        else processes.message(row.id(), "review");
    }

    private List<UUID> listOverdueDeferred(LocalDate today) {
        return jdbc.sql(
                        "select id from case_file where deferred and deferred_due < :today and ended_at is null order by id")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    private void deferred(CaseRow row, LocalDate today) {
        if (!remarks.light(row.id(), "DEFERRED", Light.RED, today.withDayOfYear(1), clock.now())) return;
        moves.note(row, row.state(), CaseMoves.Done.of("DEFERRED_OVERDUE", "deferred-overdue"));
        Set<String> told = hands.holders(row.id());
        String account = row.applicant().account();
        if (account != null) told.add(account);
        telling.tell(
                told,
                row,
                "deferred-overdue",
                "deferred-overdue",
                "办件 {case} 的容缺材料已逾期。",
                "A material of case {case} that was to come later is overdue.");
    }

    private void lights(CaseRow row, LocalDate today) {
        if (row.flags().suspended()) return;
        if (row.times().decidedAt() == null) {
            seen(row, "STATUTORY", row.clocks().statutory(), today, null);
            seen(row, "PROMISED", row.clocks().promised(), today, null);
        }
        for (CaseTaskTable.Row task : tasks.listOpen(row.id()))
            seen(row, task.task().id().toString(), task.due(), today, task);
    }

    private void seen(
            CaseRow row, String subject, CaseTimes.Due due, LocalDate today, CaseTaskTable.@Nullable Row task) {
        if (due.due() == null) return;
        Light light = CaseTimes.light(due, false, today, null);
        remind(row, subject, due.due(), today);
        if (light != Light.YELLOW && light != Light.RED) return;
        if (!remarks.light(row.id(), subject, light, due.due(), clock.now())) return;
        String what = task == null ? subject : "STEP";
        moves.note(
                row,
                row.state(),
                CaseMoves.Done.of("LIGHT_" + light, light == Light.RED ? "red" : "yellow")
                        .at(
                                task == null
                                        ? subject.toLowerCase(java.util.Locale.ROOT)
                                        : task.task().step()));
        tell(row, what + " " + subject, light, due.due());
    }

    private void tell(CaseRow row, String subject, Light light, LocalDate due) {
        boolean red = light == Light.RED;
        telling.tell(
                told(row, red),
                row,
                red ? "light-red" : "light-yellow",
                "light " + light + " " + subject + " " + due,
                red ? "办件 {case} 已超期，应于 " + due + " 前办结。" : "办件 {case} 临近期限，应于 " + due + " 前办结。",
                red ? "Case {case} is overdue since " + due + "." : "Case {case} nears its limit, due " + due + ".");
    }

    /** The holders; at red also the heads of the steps' units. */
    private Set<String> told(CaseRow row, boolean red) {
        Set<String> told = new TreeSet<>(hands.holders(row.id()));
        if (red)
            for (CaseTaskTable.Row task : tasks.listOpen(row.id())) {
                told.addAll(persons.of(task.task().unit(), "head"));
                told.addAll(remarks.listFollowers(row.id()));
            }
        return told;
    }

    /** So many working days before it falls due. */
    private void remind(CaseRow row, String subject, LocalDate due, LocalDate today) {
        var left = days.between(today, due);
        if (left.isEmpty() || left.getAsInt() < 0) return;
        for (int before : settings.reminders(today).daysBefore()) {
            if (left.getAsInt() != before) continue;
            telling.tell(
                    hands.holders(row.id()),
                    row,
                    "reminder",
                    "reminder " + before + " " + subject + " " + due,
                    "办件 {case} 还有 " + before + " 个工作日到期（" + due + "）。",
                    "Case {case} falls due in " + before + " working days (" + due + ").");
        }
    }
}
