package org.cuntu.outward.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.outward.supervision.ProcessFigures.Waiting;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for the supervision of process. November 2026 has no holiday; its 2nd is a Monday. */
abstract class SupervisionContract {
    private static final String WEST = "450203";
    private static final String EAST = "450206";

    private static int moments;

    abstract TestApplication application();

    static TestApplication start(Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, context -> {});
        person(started, "everywhere", "");
        person(started, "west", WEST);
        return started;
    }

    private static void person(TestApplication application, String id, String division) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", List.of("case-supervisor"), "Seven red tractors 7", true));
        application
                .jdbc()
                .sql("update role_grant set division = :division where account = :id")
                .param("division", division)
                .param("id", id)
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** No two rows have the same: each test's past is another one. */
    private static OffsetDateTime moment(LocalDate day) {
        return day.atTime(1, 0).plusNanos(1_000L * ++moments).atOffset(ZoneOffset.UTC);
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("supervision_bulletin", "case_suspension", "case_task", "case_file"))
            application().jdbc().sql("delete from " + table).update();
    }

    private <T> T as(String id, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(id, work);
    }

    private LocalDate today() {
        return application().bean(CityClock.class).today();
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private ProcessFigures figures(By by) {
        return as(
                "everywhere",
                () -> application().bean(ProcessSupervision.class).figures(by, november(1), november(30)));
    }

    /** A case that waits, due on days from today; null: no due day is known. */
    private UUID waits(String division, @Nullable Integer due, boolean suspended) {
        LocalDate on = due == null ? null : today().plusDays(due);
        return insert(
                division, "IN_REVIEW", today().minusDays(9), null, on, on == null ? null : on.minusDays(2), suspended);
    }

    private UUID decided(String division, LocalDate opened, LocalDate decided) {
        return insert(division, "ISSUED", opened, decided, null, null, false);
    }

    private UUID insert(
            String division,
            String state,
            LocalDate opened,
            @Nullable LocalDate decided,
            @Nullable LocalDate due,
            @Nullable LocalDate warn,
            boolean suspended) {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("matter", "rural-house");
        row.put("matter_hash", "0");
        row.put("name", "house");
        row.put("division", division);
        row.put("state", state);
        row.put("origin", "NEW");
        for (String column : List.of("applicant_kind", "applicant_name", "applicant_number", "applicant_phone"))
            row.put(column, "x");
        row.put("created_by", "x");
        row.put("created_at", moment(opened));
        row.put("accepted_at", moment(opened));
        if (decided != null) row.put("decided_at", moment(decided));
        row.put("opened_on", opened);
        row.put("statutory_limit", 20);
        row.put("promised_limit", 5);
        if (due != null) row.put("promised_due", due);
        if (warn != null) row.put("promised_warn", warn);
        row.put("unknown_year", due == null && decided == null && !suspended ? 2090 : 0);
        row.put("suspended", suspended);
        for (String column : List.of("correcting", "urged", "deferred", "farmland", "major", "paper"))
            row.put(column, false);
        for (String column : List.of("corrections", "form_version", "review_conflicts", "review_unanswered"))
            row.put(column, 0);
        row.put("changed_at", moment(opened));
        put("case_file", row);
        return id;
    }

    private void task(UUID of, String kind, @Nullable String unit, @Nullable String holder, @Nullable LocalDate done) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("case_id", of);
        row.put("step", kind.toLowerCase(java.util.Locale.ROOT));
        row.put("kind", kind);
        if (unit != null) row.put("unit", unit);
        row.put("division", WEST);
        if (holder != null) row.put("holder", holder);
        row.put("open", done == null);
        row.put("arrived_at", moment(november(2)));
        row.put("opened_on", november(2));
        row.put("step_limit", 2);
        row.put("unknown_year", 0);
        if (done != null) {
            row.put("done_at", moment(done));
            row.put("done_by", holder);
            row.put("conclusion", "AGREE");
        }
        put("case_task", row);
    }

    private void put(String table, Map<String, @Nullable Object> row) {
        String columns = String.join(", ", row.keySet());
        String places = row.keySet().stream().map(each -> ":" + each).collect(Collectors.joining(", "));
        application()
                .jdbc()
                .sql("insert into " + table + " (" + columns + ") values (" + places + ")")
                .params(row)
                .update();
    }

    @Test
    void aCaseThatWaitsCountsOnceUnderTheWorstOfItsLights() {
        waits(WEST, -1, false);
        waits(WEST, 1, false);
        waits(EAST, 9, false);
        waits(EAST, -5, true);
        waits(EAST, null, false);

        assertThat(figures(By.COUNTY).total().waiting()).isEqualTo(new Waiting(5, 1, 1, 1, 1, today().minusDays(9)));
        assertThat(figures(By.COUNTY).rows())
                .extracting(ProcessFigures.Row::key)
                .as("what burns comes first")
                .containsExactly(WEST, EAST);
    }

    @Test
    void whoReachesOneCountySeesOnlyItsCases() {
        waits(WEST, 9, false);
        waits(EAST, -1, false);

        ProcessFigures seen = as(
                "west",
                () -> application().bean(ProcessSupervision.class).figures(By.COUNTY, november(1), november(30)));

        assertThat(seen.total().waiting().open()).isEqualTo(1);
        assertThat(seen.rows()).extracting(ProcessFigures.Row::key).containsExactly(WEST);
    }

    @Test
    void onTimeIsWithinThePromiseAndEarlyIsBeforeItsLastDay() {
        decided(WEST, november(2), november(6));
        decided(WEST, november(2), november(9));
        decided(WEST, november(2), november(16));

        ProcessFigures.Done done = figures(By.MATTER).total().done();

        // 4, 5 and 10 working days of a promise of 5
        assertThat(done.finished()).isEqualTo(3);
        assertThat(done.onTime()).isEqualByComparingTo("66.7");
        assertThat(done.early()).isEqualByComparingTo("33.3");
        assertThat(done.average()).isEqualByComparingTo("6.3");
        assertThat(done.compression()).as("1 - 5/20").isEqualByComparingTo("75.0");
    }

    @Test
    void suspensionsThatOverlapAreTakenOffOnce() {
        UUID id = decided(WEST, november(2), november(16));
        suspended(id, november(3), november(10));
        suspended(id, november(9), november(12));

        // of the ten working days 4th to 12th stand still: seven of them
        assertThat(figures(By.MATTER).total().done().average()).isEqualByComparingTo("3.0");
    }

    private void suspended(UUID id, LocalDate from, LocalDate to) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("case_id", id);
        row.put("reason", "hearing");
        row.put("words", "");
        row.put("statutory", true);
        row.put("promised", true);
        row.put("from_on", from);
        row.put("to_on", to);
        row.put("begun_by", "x");
        row.put("begun_at", moment(from));
        put("case_suspension", row);
    }

    @Test
    void sectionsAndPersonsAreCountedByTheirSteps() {
        UUID id = waits(WEST, 9, false);
        task(id, "ACCEPT", "window", "anna", november(3));
        task(id, "JOIN", "cropland", null, null);
        task(id, "JOIN", "geohazards", "bert", null);

        assertThat(figures(By.SECTION).rows())
                .extracting(row -> row.key() + " " + row.figures().waiting().open() + " "
                        + row.figures().done().finished())
                .containsExactlyInAnyOrder("cropland 1 0", "geohazards 1 0", "window 0 1");
        assertThat(figures(By.PERSON).rows())
                .extracting(row -> row.key() + " " + row.figures().waiting().open())
                .as("what nobody holds has no name")
                .containsExactlyInAnyOrder(" 1", "bert 1", "anna 0");
        assertThat(figures(By.SECTION).steps())
                .filteredOn(step -> step.waiting().open() > 0 || step.done() > 0)
                .extracting(step -> step.kind() + " " + step.waiting().open() + " " + step.done())
                .containsExactly("ACCEPT 0 1", "JOIN 2 0");
    }

    @Test
    void whatIsAddedToDaysThatWereAskedForIsSeen() {
        decided(WEST, november(2), november(6));
        assertThat(figures(By.COUNTY).total().done().finished()).isEqualTo(1);

        task(decided(EAST, november(2), november(9)), "EXAMINE", "window", "anna", november(9));

        assertThat(figures(By.COUNTY).total().done().finished()).isEqualTo(2);
        assertThat(figures(By.SECTION).rows())
                .extracting(row -> row.key() + " " + row.figures().done().finished())
                .containsExactly("window 1");
    }

    @Test
    void theTrendAddsUpToWhatWasFinished() {
        decided(WEST, november(2), november(6));
        decided(EAST, november(2), november(16));

        List<ProcessFigures.Period> trend = figures(By.MATTER).trend();

        assertThat(trend.stream().mapToInt(ProcessFigures.Period::finished).sum())
                .isEqualTo(2);
        assertThat(trend.stream().mapToInt(ProcessFigures.Period::late).sum()).isEqualTo(1);
        assertThat(trend.getFirst().from()).as("weeks begin on Monday").isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    void daysInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> as("everywhere", () -> application()
                        .bean(ProcessSupervision.class)
                        .figures(By.MATTER, november(2), november(1))))
                .isInstanceOf(InputRefused.class);
    }

    @Test
    void aBulletinIsReleasedOnceAndStaysAsItWas() {
        decided(WEST, november(2).minusMonths(2), november(6).minusMonths(2));
        YearMonth month = YearMonth.of(2026, 9);
        Bulletins bulletins = application().bean(Bulletins.class);

        Bulletin released = as("everywhere", () -> bulletins.release(month, "go on"));
        decided(WEST, november(2).minusMonths(2), november(9).minusMonths(2));

        assertThat(as("everywhere", () -> bulletins.get(released.id()))).isEqualTo(released);
        assertThat(application().bean(ProofLog.class).find(released.leaf())).isPresent();
        assertThatThrownBy(() -> as("everywhere", () -> bulletins.release(month, "again")))
                .isInstanceOf(ProblemAnswer.class);
    }

    @Test
    void aMonthThatIsNotOverHasNoBulletin() {
        assertThatThrownBy(() -> as(
                        "everywhere", () -> application().bean(Bulletins.class).release(YearMonth.from(today()), "")))
                .isInstanceOf(InputRefused.class);
    }

    @Test
    void whoReachesOneCountyReleasesNoBulletin() {
        assertThatThrownBy(() ->
                        as("west", () -> application().bean(Bulletins.class).release(YearMonth.of(2026, 9), "")))
                .isInstanceOf(ProblemAnswer.class);
    }
}
