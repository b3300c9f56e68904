package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanSchemes.Heads;
import org.cuntu.platform.formats.SheetCells.Cell;
import org.cuntu.platform.formats.SheetCells.Row;
import org.cuntu.platform.formats.SheetCells.Sheet;
import org.junit.jupiter.api.Test;

/** How numbers of a plan are found in its text and in its table. */
class IndicatorReadingTest {
    private static final Heads HEADS = new Heads(List.of("指标"), List.of("规划值"), List.of("单位"));
    private static final PlanIndicator TOTAL = new PlanIndicator(
            "total", "总用地", "Total", "公顷", 2, true, List.of("规划总用地"), List.of("总用地面积", "规划总用地面积"), null, List.of());

    private static List<String> found(String... paragraphs) {
        return TextReading.find(TOTAL, List.of(paragraphs)).stream()
                .map(each -> each.place() + ": " + each.value() + each.unit())
                .toList();
    }

    private static Row row(int number, String... cells) {
        return new Row(
                number,
                java.util.stream.IntStream.range(0, cells.length)
                        .mapToObj(i -> new Cell(i, cells[i]))
                        .toList());
    }

    @Test
    void aNumberStandsBehindItsWordWithItsUnit() {
        assertThat(found("序。", "规划总用地面积约为 1,234.50 公顷。")).containsExactly("2: 1234.50公顷");
    }

    @Test
    void anotherUnitOfAreaIsTakenAsItStands() {
        assertThat(found("总用地面积 12.5 km²")).containsExactly("1: 12.5km²");
    }

    @Test
    void aNumberOfAnotherKindIsNotItsNumber() {
        assertThat(found("总用地面积占比 35.2%", "总用地面积，共 3 个地块")).isEmpty();
    }

    @Test
    void everyMentionIsFound() {
        assertThat(found("总用地面积10公顷；其后总用地面积为11公顷。")).containsExactly("1: 10公顷", "1: 11公顷");
    }

    @Test
    void aRoundedNumberOfTheTextAgreesInThePlacesThatItWrites() {
        Written written = new Written(new BigDecimal("12.3"), "公顷", "1", "");

        assertThat(written.against(new BigDecimal("12.34"), TOTAL, true).by()).isNull();
        assertThat(written.against(new BigDecimal("12.34"), TOTAL, false).by()).isEqualTo("-0.04");
    }

    @Test
    void fifteenMuAreAHectare() {
        Written written = new Written(new BigDecimal("15"), "亩", "1", "");

        assertThat(written.against(new BigDecimal("1.00"), TOTAL, false).by()).isNull();
    }

    @Test
    void aRowIsFoundBelowItsHeadWithTheUnitOfItsColumn() {
        Sheet sheet =
                new Sheet("表1", List.of(row(1, "附表"), row(2, "指标", "单位", "规划值"), row(3, "规划总用地（含道路）", "亩", "150")));

        Written written =
                TableReading.read(List.of(sheet), List.of(TOTAL), HEADS).get("total");

        assertThat(written.value() + written.unit() + " " + written.place()).isEqualTo("150亩 表1 C3");
    }

    @Test
    void theUnitInTheHeadHoldsForItsColumn() {
        Sheet sheet = new Sheet("", List.of(row(1, "指标", "规划值（km²）"), row(2, "规划总用地", "1.5")));

        assertThat(TableReading.read(List.of(sheet), List.of(TOTAL), HEADS)
                        .get("total")
                        .unit())
                .isEqualTo("km²");
    }
}
