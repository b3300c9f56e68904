package org.cuntu.business.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.business.survey.internal.SurveyGround.HILL;
import static org.cuntu.business.survey.internal.SurveyGround.OVER_THERE;
import static org.cuntu.business.survey.internal.SurveyGround.RIVERSIDE;
import static org.cuntu.business.survey.internal.SurveyGround.box;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.SurveyTable.Column;
import org.cuntu.business.survey.SurveyTable.Row;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.business.survey.TableQuestion.Only;
import org.cuntu.business.survey.internal.SurveyGround.Patch;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and transitions of surveys that are released to a real application. */
abstract class SurveyContract {
    private static final LocalDate FIRST = LocalDate.of(2024, 12, 31);
    private static final LocalDate SECOND = LocalDate.of(2025, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final TestApplication application = application();
    private final SurveyStatistics statistics = application.bean(SurveyStatistics.class);
    private final YearPair years = application.bean(YearPair.class);
    private final StandingSurveys ground = application.bean(StandingSurveys.class);

    abstract TestApplication application();

    @BeforeEach
    void noYears() {
        application.jdbc().sql("delete from layer_release").update();
    }

    private SurveyGround year() {
        return new SurveyGround(application);
    }

    private SurveyTable table(TableColumns columns, AreaUnit unit) {
        return table(columns, unit, null, null, Only.ALL);
    }

    private SurveyTable table(
            TableColumns columns, AreaUnit unit, @Nullable String division, @Nullable DivisionLevel level, Only only) {
        return statistics.table(new TableQuestion("DLTB", TODAY, null, division, level, columns, only, unit));
    }

    private static String cell(SurveyTable table, Row row, String key) {
        List<String> keys = table.columns().stream().map(Column::key).toList();
        return table.text(row.cells().get(keys.indexOf(key)));
    }

    private static Row row(SurveyTable table, String code) {
        return table.rows().stream()
                .filter(each -> each.place().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ridgesAreNotInTheCroplandButInTheOtherGround() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", ""))
                .release(SECOND);

        SurveyTable table = table(TableColumns.SECOND, AreaUnit.M2);

        assertThat(cell(table, table.sum(), "2.0103")).isEqualTo("874.00");
        assertThat(cell(table, table.sum(), "2.1203")).isEqualTo("126.00");
        assertThat(cell(table, table.sum(), "1.01")).isEqualTo("874.00");
        assertThat(cell(table, table.sum(), "1.12")).isEqualTo("126.00");
        assertThat(table.sum().patches()).isEqualTo(1);
    }

    @Test
    void wetlandIsPutTogetherByTheSchemesParentsAndNotByTheFirstDigits() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0304", "30", "10.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "1106", "10", "5.00"))
                .patch(box(2, 0, 3, 1), new Patch(HILL, "0301", "30", "7.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.FIRST, AreaUnit.M2);

        assertThat(cell(table, table.sum(), "1.00")).isEqualTo("15.00");
        assertThat(cell(table, table.sum(), "1.03")).isEqualTo("7.00");
        assertThat(cell(table, table.sum(), "1.11")).isEqualTo("0.00");
    }

    @Test
    void aMainCanalIsConstructionAndADitchIsNot() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "1107", "30", "10.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "1107A", "30", "4.00"))
                .release(SECOND);

        SurveyTable three = table(TableColumns.THREE, AreaUnit.M2);
        SurveyTable full = table(TableColumns.FULL, AreaUnit.M2);

        assertThat(cell(three, three.sum(), "N")).isEqualTo("10.00");
        assertThat(cell(three, three.sum(), "J")).isEqualTo("4.00");
        assertThat(cell(full, full.sum(), "2.1107")).isEqualTo("14.00");
        assertThat(cell(full, full.sum(), "3.1107A")).isEqualTo("4.00");
    }

    @Test
    void gardenThatCanReturnToCroplandIsAPartOfTheGardenAndNoCropland() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0201K", "30", "10.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0201", "30", "4.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.FULL, AreaUnit.M2);

        assertThat(cell(table, table.sum(), "1.02")).isEqualTo("14.00");
        assertThat(cell(table, table.sum(), "3.0201K")).isEqualTo("10.00");
        assertThat(cell(table, table.sum(), "1.01")).isEqualTo("0.00");
        assertThat(table.columns().stream().filter(Column::part).map(Column::key))
                .containsExactly("3.0201K");
    }

    @Test
    void ownershipRollsUpToStateAndCollective() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0101", "30", "10.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0101", "32", "4.00"))
                .patch(box(2, 0, 3, 1), new Patch(HILL, "1101", "10", "3.00"))
                .patch(box(3, 0, 4, 1), new Patch(HILL, "0701", "20", "2.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.OWNERSHIP, AreaUnit.M2);

        assertThat(cell(table, table.sum(), "COLLECTIVE")).isEqualTo("14.00");
        assertThat(cell(table, table.sum(), "32")).isEqualTo("4.00");
        assertThat(cell(table, table.sum(), "STATE")).isEqualTo("5.00");
    }

    @Test
    void slopesCountCroplandAloneWithoutItsRidges() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "100.00", "10.00", "3", ""))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0101", "30", "50.00", "0.00", "1", ""))
                .patch(box(2, 0, 3, 1), new Patch(HILL, "0301", "30", "900.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.SLOPE, AreaUnit.M2);

        assertThat(table.text(table.sum().total())).isEqualTo("140.00");
        assertThat(cell(table, table.sum(), "3")).isEqualTo("90.00");
        assertThat(cell(table, table.sum(), "1")).isEqualTo("50.00");
    }

    @Test
    void aPatchOfAnUnknownClassIsInNoClassButInTheTotal() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "9999", "30", "10.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0101", "30", "4.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.THREE, AreaUnit.M2);

        assertThat(cell(table, table.sum(), "X")).isEqualTo("10.00");
        assertThat(table.text(table.sum().total())).isEqualTo("14.00");
    }

    @Test
    void aVillageThatTheDivisionsDoNotHaveIsARowOfItsOwn() {
        year().patch(box(0, 0, 1, 1), new Patch("450299999999", "0101", "30", "10.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.FIRST, AreaUnit.M2);

        assertThat(table.rows().getLast().place().listed()).isFalse();
        assertThat(table.text(table.rows().getLast().total())).isEqualTo("10.00");
    }

    @Test
    void patchesUnderTheCountysEarlierCodeAreInItsRow() {
        year().patch(box(0, 0, 1, 1), new Patch("450221100001", "0101", "30", "10.00"))
                .release(SECOND);

        SurveyTable table = table(TableColumns.FIRST, AreaUnit.M2);

        assertThat(table.text(row(table, "450206").total())).isEqualTo("10.00");
    }

    @Test
    void aYearIsCountedAsItWasKnown() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0101", "30", "10.00")).release(SECOND);
        SurveyTable then = table(TableColumns.FIRST, AreaUnit.M2);
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0101", "30", "12.00")).correct(SECOND);

        SurveyTable now = table(TableColumns.FIRST, AreaUnit.M2);
        SurveyTable again = statistics.table(new TableQuestion(
                "DLTB",
                TODAY,
                Objects.requireNonNull(then.known()).toString(),
                null,
                null,
                TableColumns.FIRST,
                Only.ALL,
                AreaUnit.M2));

        assertThat(now.text(now.sum().total())).isEqualTo("12.00");
        assertThat(again.text(again.sum().total())).isEqualTo("10.00");
    }

    @Test
    void withoutAVersionThereAreNoFiguresAndTheReasonIsSaid() {
        SurveyTable table = table(TableColumns.FIRST, AreaUnit.HA);

        assertThat(table.reason()).isEqualTo(NotAnsweredReason.NO_SNAPSHOT);
        assertThat(table.rows()).isEmpty();
        assertThat(table.isControlled()).isFalse();
    }

    @Test
    void aSurveyWithoutSlopesIsNotCountedByThem() {
        assertThatThrownBy(() -> statistics.table(
                        new TableQuestion("GYL", TODAY, null, null, null, TableColumns.SLOPE, Only.ALL, AreaUnit.HA)))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("survey.no-such-columns");
    }

    /** Patches of any class and size in six villages of two counties; in every unit and at every level all sums are the totals. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyTableAddsUpInEveryUnitAtEveryLevel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] villages = {RIVERSIDE, "450202001002", HILL, OVER_THERE, "450203001002", "450203100200"};
        String[] codes = {
            "0101", "0103", "0201", "0201K", "0304", "0404", "0601", "0702", "1006", "1104", "1107A", "1206", "77"
        };
        SurveyGround year = year();
        for (int i = 0; i < 240; i++) {
            String code = codes[random.nextInt(codes.length)];
            boolean cropland = code.startsWith("01");
            long area = 1 + random.nextLong(i % 5 == 0 ? 40 : 30_000_000);
            long ridge = cropland ? random.nextLong(1 + area / 8) : 0;
            year.patch(
                    box(i % 20, i / 20, i % 20 + 1, i / 20 + 1),
                    new Patch(
                            villages[random.nextInt(villages.length)],
                            code,
                            random.nextBoolean() ? "30" : "20",
                            java.math.BigDecimal.valueOf(area, 2).toPlainString(),
                            java.math.BigDecimal.valueOf(ridge, 2).toPlainString(),
                            cropland ? String.valueOf(1 + random.nextInt(5)) : "",
                            random.nextInt(3) == 0 ? "203" : ""));
        }
        year.release(SECOND);

        for (AreaUnit unit : AreaUnit.values())
            for (TableColumns columns : TableColumns.values()) {
                SurveyTable counties = table(columns, unit);
                addsUp(counties, "seed " + seed);
                addsUp(table(columns, unit, null, DivisionLevel.VILLAGE, Only.ALL), "seed " + seed);
                SurveyTable townships = table(columns, unit, null, DivisionLevel.TOWNSHIP, Only.ALL);
                addsUp(townships, "seed " + seed);
                for (Row county : counties.rows()) {
                    List<Row> below = townships.rows().stream()
                            .filter(each -> each.place()
                                    .code()
                                    .startsWith(county.place().code()))
                            .toList();
                    assertThat(sums(below, counties.columns().size()))
                            .as(
                                    "seed %d %s %s %s",
                                    seed, unit, columns, county.place().code())
                            .isEqualTo(county.cells());
                }
                if (columns.ordinal() <= TableColumns.TOWN.ordinal())
                    assertThat(counties.sum().total())
                            .as("the total rounded once, seed %d %s %s", seed, unit, columns)
                            .isEqualTo(unit.steps(counties.sum().book(), counties.places()));
            }
    }

    /** A thousand small patches in each of two counties: each third of a last place, which rounded one by one would be nothing. */
    @Test
    void aCountyIsPrintedWithinALastPlaceOfItsAreaHoweverManyItsLeavesAre() {
        String[] codes = {"0101", "0201", "0301", "0601", "0702", "1006", "1104", "1206"};
        SurveyGround year = year();
        for (int i = 0; i < 400; i++)
            year.patch(
                    box(i % 20, i / 20, i % 20 + 1, i / 20 + 1),
                    new Patch(
                            String.format("4502%s001%03d", i % 2 == 0 ? "02" : "03", 1 + i % 25),
                            codes[i % codes.length],
                            "30",
                            "133.37"));
        year.release(SECOND);

        for (AreaUnit unit : List.of(AreaUnit.HA, AreaUnit.MU)) {
            SurveyTable table = table(TableColumns.FIRST, unit);
            for (Row row : table.rows())
                assertThat(row.total() - unit.steps(row.book(), table.places()))
                        .as("%s %s", unit, row.place().code())
                        .isBetween(-1L, 1L);
        }
    }

    private static void addsUp(SurveyTable table, String seed) {
        assertThat(sums(table.rows(), table.columns().size()))
                .as("rows of %s %s %s", table.level(), table.unit(), seed)
                .isEqualTo(table.sum().cells());
        for (Row row : table.rows()) {
            assertThat(children(table, row, null))
                    .as("%s %s", row.place().code(), seed)
                    .isEqualTo(row.total());
            for (int c = 0; c < table.columns().size(); c++) {
                String key = table.columns().get(c).key();
                boolean whole = table.columns().stream().anyMatch(each -> key.equals(each.parent()) && !each.part());
                if (whole)
                    assertThat(children(table, row, key))
                            .as(key + " " + seed)
                            .isEqualTo(row.cells().get(c));
            }
        }
    }

    private static long children(SurveyTable table, Row row, @Nullable String parent) {
        return IntStream.range(0, table.columns().size())
                .filter(c -> Objects.equals(table.columns().get(c).parent(), parent))
                .mapToLong(c -> row.cells().get(c))
                .sum();
    }

    private static List<Long> sums(List<Row> rows, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(
                        c -> rows.stream().mapToLong(row -> row.cells().get(c)).sum())
                .toList();
    }

    private Transition transition(TableColumns classes, AreaUnit unit) {
        YearPair.Pair pair = pair();
        return new TransitionMaking(classesOf(pair), classes, pair.rows(), unit, 2)
                .make(
                        Objects.requireNonNull(pair.flows()),
                        Objects.requireNonNull(ground.tally(pair.before())),
                        Objects.requireNonNull(ground.tally(pair.after())));
    }

    private static ClassRoll classesOf(YearPair.Pair pair) {
        return pair.after().roll();
    }

    private YearPair.Pair pair() {
        return years.of(new YearPair.Asked("DLTB", FIRST, TODAY, null, null, null, TableColumns.FULL), 60_000);
    }

    private static List<String> flows(Transition made) {
        return made.cells().stream()
                .filter(cell -> cell.from() != cell.to())
                .map(cell ->
                        (cell.from() < 0 ? "-" : made.classes().get(cell.from()).key()) + ">"
                                + made.classes().get(cell.to()).key() + " " + made.text(cell.area()))
                .toList();
    }

    @Test
    void aYearThatIsTheSameFlowsNowhere() {
        Patch hillside = new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", "");
        year().patch(box(0, 0, 1, 1), hillside).release(FIRST);
        year().patch(box(0, 0, 1, 1), hillside)
                .patch(box(5, 5, 6, 6), new Patch(HILL, "0301", "30", "1.00"))
                .release(SECOND);

        Transition made = transition(TableColumns.SECOND, AreaUnit.M2);

        assertThat(flows(made)).containsExactly("->2.0301 1.00");
        assertThat(made.changed()).isZero();
        assertThat(made.sums()).allMatch(sum -> sum.adjustment() == 0);
    }

    @Test
    void croplandThatIsBuiltOnFlowsWithItsRidges() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", ""))
                .release(FIRST);
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0601", "30", "1000.00")).release(SECOND);

        Transition made = transition(TableColumns.SECOND, AreaUnit.M2);

        assertThat(flows(made)).containsExactlyInAnyOrder("2.0103>2.0601 874.00", "2.1203>2.0601 126.00");
        assertThat(made.text(made.changed())).isEqualTo("1000.00");
    }

    /** A quarter of a wood is cut: the later book says 250.02 of it, the earlier one said 1000.00 of the whole. */
    @Test
    void whatTheEarlierBookHasBesidesIsTheAdjustment() {
        year().patch(box(0, 0, 4, 1), new Patch(HILL, "0301", "30", "1000.00")).release(FIRST);
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0101", "30", "250.02", "0.00", "1", ""))
                .patch(box(1, 0, 4, 1), new Patch(HILL, "0301", "30", "750.00"))
                .release(SECOND);

        Transition made = transition(TableColumns.SECOND, AreaUnit.M2);

        assertThat(flows(made)).containsExactly("2.0301>2.0101 250.02");
        assertThat(made.sums().stream().map(sum -> made.text(sum.adjustment()))).containsExactly("0.00", "-0.02");
    }

    /** Two earlier patches under one later one: its book area is divided by ground, half and half. */
    @Test
    void aLaterPatchIsBalancedOverTheEarlierOnesUnderIt() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0101", "30", "100.00", "0.00", "1", ""))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0301", "30", "100.00"))
                .release(FIRST);
        year().patch(box(0, 0, 2, 1), new Patch(HILL, "0601", "30", "201.00")).release(SECOND);

        Transition made = transition(TableColumns.SECOND, AreaUnit.M2);

        assertThat(flows(made)).containsExactly("2.0101>2.0601 100.50", "2.0301>2.0601 100.50");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aTransitionIsTheTablesOfBothYearsInEveryUnit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        randomYear(random, 2).release(FIRST);
        randomYear(random, 3).release(SECOND);

        for (AreaUnit unit : AreaUnit.values())
            for (TableColumns classes : List.of(TableColumns.THREE, TableColumns.FIRST, TableColumns.FULL)) {
                Transition made = transition(classes, unit);
                SurveyTable after = table(classes == TableColumns.FULL ? TableColumns.FIRST : classes, unit);
                assertThat(made.total())
                        .as("seed %d", seed)
                        .isEqualTo(after.sum().total());
                for (int g = 0; g < made.classes().size(); g++) {
                    int group = g;
                    Transition.Sum sum = made.sums().get(g);
                    long column = made.cells().stream()
                            .filter(cell -> cell.to() == group)
                            .mapToLong(Transition.Cell::area)
                            .sum();
                    assertThat(column).as("later, seed %d %s", seed, unit).isEqualTo(sum.after());
                    assertThat(sum.kept() + sum.left() + sum.adjustment()).isEqualTo(sum.before());
                    assertThat(made.parts().stream()
                                    .mapToLong(part -> part.net().get(group))
                                    .sum())
                            .isEqualTo(sum.after() - sum.before());
                    assertThat(made.parts().stream()
                                    .mapToLong(part -> part.came().get(group))
                                    .sum())
                            .isEqualTo(sum.came());
                }
            }
        changesAreTheirFigures(seed);
    }

    /** Strips across the same ground, of random classes; wide and narrow ones in turn, so that years cut across each other. */
    private SurveyGround randomYear(SplittableRandom random, int width) {
        String[] codes = {"0101", "0103", "0301", "0601", "1104", "1006"};
        SurveyGround year = year();
        for (int south = 0; south < 12; south++)
            for (int west = 0; west < 12; west += width) {
                String code = codes[random.nextInt(codes.length)];
                long area = 900_000L * width + random.nextLong(200_000);
                long ridge = code.equals("0103") ? random.nextLong(area / 6) : 0;
                year.patch(
                        box(west, south, west + width, south + 1),
                        new Patch(
                                south < 6 ? HILL : OVER_THERE,
                                code,
                                "30",
                                java.math.BigDecimal.valueOf(area, 2).toPlainString(),
                                java.math.BigDecimal.valueOf(ridge, 2).toPlainString(),
                                "",
                                ""));
            }
        return year;
    }

    private void changesAreTheirFigures(long seed) {
        Transition made = transition(TableColumns.SECOND, AreaUnit.M2);
        YearPair.Pair pair = pair();
        ChangeList changes = application.bean(ChangeList.class);
        for (Transition.Cell cell : made.cells()) {
            if (cell.from() < 0 || cell.from() == cell.to()) continue;
            String from = made.classes().get(cell.from()).key();
            String to = made.classes().get(cell.to()).key();
            ChangeList.Page page = changes.page(
                    pair,
                    Objects.requireNonNull(pair.flows()),
                    new ChangeList.Wanted(from, to, TableColumns.SECOND),
                    0,
                    200,
                    false);
            assertThat(page.area()).as("%s>%s seed %d", from, to, seed).isEqualTo(made.text(cell.area()));
            assertThat(page.count()).isEqualTo(cell.pieces());
        }
    }

    @Test
    void aFigureOpensToThePatchesThatItIsTheSumOf() {
        year().patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", ""))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0103", "30", "2000.00", "100.00", "3", ""))
                .patch(box(2, 0, 3, 1), new Patch(RIVERSIDE, "0103", "30", "50.00", "0.00", "1", ""))
                .release(SECOND);
        StandingSurveys.Standing standing = ground.at("DLTB", TODAY, null);
        var division = application.bean(DivisionRows.class).find("450202002").orElseThrow();
        var rows =
                application.bean(DivisionRows.class).rows(division, DivisionLevel.VILLAGE, TODAY, standing.reach(), 2);

        PatchList.Page page = application
                .bean(PatchList.class)
                .page(standing, ground.tally(standing), rows, new Only("2.1203", null, null, null, null), 0, 10, true);

        assertThat(page.items().stream()
                        .map(item -> item.part() + " of " + item.area())
                        .collect(Collectors.toList()))
                .containsExactly("126.00 of 1000.00", "100.00 of 2000.00");
        assertThat(page.area()).isEqualTo("226.00");
        assertThat(page.items().getFirst().geometry()).isNotNull();
    }

    @Test
    void keptFiguresAreReadAsTheyWereCounted() {
        String hash = year().patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", "203"))
                .release(SECOND);
        Tally counted = Objects.requireNonNull(ground.tally(ground.at("DLTB", TODAY, null)));
        String name = Names.tally(statistics.listLayers().getFirst(), hash, "");

        Tally read = application.bean(KeptFigures.class).findTally(name).orElseThrow();

        assertThat(read.area).isEqualTo(counted.area);
        assertThat(read.features).isEqualTo(counted.features);
        assertThat(read.words).isDeepEqualTo(counted.words);
    }
}
