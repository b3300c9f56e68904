package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every vector of the handbook for deduction of ridges, balancing and units. */
class BookkeepingVectorsTest {
    static List<JsonNode> deductions() {
        return AreaVectors.of("deduction");
    }

    static List<JsonNode> adjustments() {
        return AreaVectors.of("adjustment");
    }

    static List<JsonNode> units() {
        return AreaVectors.of("units");
    }

    @ParameterizedTest
    @MethodSource("deductions")
    void ridgesAreRoundedAndTheNetAreaIsWhatIsLeft(JsonNode v) {
        Deduction deduction = Deduction.of(
                Area.parse(v.get("TBMJ").asString()),
                new BigDecimal(v.get("KCXS").asString()));
        assertThat(deduction.deducted()).hasToString(v.get("KCMJ").asString());
        assertThat(deduction.net()).hasToString(v.get("TBDLMJ").asString());
    }

    @Test
    void withoutCoefficientNothingIsDeducted() {
        assertThat(Deduction.of(Area.parse("152.30"), null).net()).hasToString("152.30");
    }

    @Test
    void aCoefficientInPercentIsRefused() {
        assertThatThrownBy(() -> Deduction.of(Area.parse("1.00"), new BigDecimal("12.56")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("adjustments")
    void partsAddUpToTheControlArea(JsonNode v) {
        long[] raw = strings(v.get("raw")).stream()
                .mapToLong(text -> new BigDecimal(text).movePointRight(6).longValueExact())
                .toArray();
        long[] units = Apportionment.apportion(
                raw, Area.parse(v.get("control").asString()).hundredths());
        assertThat(Arrays.stream(units).mapToObj(u -> new Area(u).toString()).toList())
                .isEqualTo(strings(v.get("final")));
    }

    @ParameterizedTest
    @MethodSource("units")
    void hectaresAndMuAsPrinted(JsonNode v) {
        List<Area> areas = strings(v.get("m2")).stream().map(Area::parse).toList();
        Area total = areas.stream().reduce(Area.ZERO, Area::plus);
        assertThat(total).hasToString(v.get("total_m2").asString());
        assertThat(total.hectares(4)).hasToString(v.get("total_ha_4dp").asString());
        assertThat(total.mu(2)).hasToString(v.get("total_mu_2dp").asString());
        assertThat(areas.stream().map(a -> a.hectares(4).toPlainString()).toList())
                .isEqualTo(strings(v.get("naive_ha_4dp")));
        assertThat(areas.stream().map(a -> a.mu(2).toPlainString()).toList()).isEqualTo(strings(v.get("mu_2dp")));
        long[] raw = areas.stream().mapToLong(Area::hundredths).toArray();
        long whole = total.hectares(4).unscaledValue().longValueExact();
        assertThat(Arrays.stream(Apportionment.apportion(raw, whole))
                        .mapToObj(u -> BigDecimal.valueOf(u, 4).toPlainString())
                        .toList())
                .isEqualTo(strings(v.get("balanced_ha_4dp")));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.values().forEach(value -> strings.add(value.asString()));
        return strings;
    }
}
