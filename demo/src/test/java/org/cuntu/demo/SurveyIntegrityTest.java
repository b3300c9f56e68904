package org.cuntu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.engine.layer.Feature;
import org.junit.jupiter.api.Test;

/** The integrity rules of the survey database (TD/T 1057-2020; handbook, survey database 2.6). */
class SurveyIntegrityTest {
    private static final List<Feature> PATCHES = SmallCity.features("DLTB");

    @Test
    void bookAreasOfATownshipSumToItsControlAreaExactly() {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Feature p : PATCHES) sums.merge(text(p, "ZLDWDM").substring(0, 9), number(p, "TBMJ"), BigDecimal::add);
        for (Feature t : SmallCity.features("XZQ"))
            assertThat(sums.get(SmallCity.text("XZQ", t, "XZQDM"))).isEqualTo(SmallCity.value("XZQ", t, "DCMJ"));
    }

    @Test
    void bookAreasOfAVillageSumToItsSurveyArea() {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Feature p : PATCHES) sums.merge(text(p, "ZLDWDM"), number(p, "TBMJ"), BigDecimal::add);
        for (Feature v : SmallCity.features("CJDCQ"))
            assertThat(sums.get(SmallCity.text("CJDCQ", v, "ZLDWDM"))).isEqualTo(SmallCity.value("CJDCQ", v, "DCMJ"));
    }

    @Test
    void controlAreaIsTheTownshipsEllipsoidalArea() {
        for (Feature t : SmallCity.features("XZQ"))
            assertThat(((BigDecimal) SmallCity.value("XZQ", t, "DCMJ")).doubleValue())
                    .isCloseTo(SmallCity.integral(t.geometry()), org.assertj.core.data.Percentage.withPercentage(1e-5));
    }

    @Test
    void croplandHasSlopeGradeAndPlantingAndOthersHaveNot() {
        for (Feature p : PATCHES) {
            boolean tilled = text(p, "DLBM").startsWith("01");
            for (String field : List.of("GDPDJB", "GDDB", "ZZSXDM", "ZZSXMC"))
                assertThat(SmallCity.value("DLTB", p, field) != null).as("%s %s", text(p, "BSM"), field).isEqualTo(tilled);
        }
    }

    @Test
    void ridgesAreDeductedFromSlopingCroplandOnly() {
        for (Feature p : PATCHES) {
            boolean sloping = text(p, "DLBM").startsWith("01") && !text(p, "GDPDJB").equals("1");
            assertThat("1203".equals(text(p, "KCDLBM"))).isEqualTo(sloping);
            assertThat(number(p, "KCXS") != null).isEqualTo(sloping);
            assertThat(text(p, "GDLX") != null).isEqualTo(sloping);
        }
    }

    @Test
    void deductedAreaIsTheProductAndClassAreaTheRest() {
        for (Feature p : PATCHES) {
            BigDecimal ratio = number(p, "KCXS");
            BigDecimal expected = ratio == null
                    ? new BigDecimal("0.00")
                    : number(p, "TBMJ").multiply(ratio).setScale(2, RoundingMode.HALF_UP);
            assertThat(number(p, "KCMJ")).isEqualTo(expected);
            assertThat(number(p, "TBDLMJ")).isEqualTo(number(p, "TBMJ").subtract(expected));
        }
    }

    @Test
    void ridgeRatioIsConstantForCountySlopeAndType() {
        Map<String, Set<BigDecimal>> ratios = new HashMap<>();
        for (Feature p : PATCHES) {
            BigDecimal ratio = number(p, "KCXS");
            String key = text(p, "BSM").substring(0, 6) + text(p, "GDPDJB") + text(p, "GDLX");
            if (ratio != null) ratios.computeIfAbsent(key, k -> new HashSet<>()).add(ratio);
        }
        assertThat(ratios).isNotEmpty().allSatisfy((key, set) -> assertThat(set).hasSize(1));
    }

    @Test
    void patchNumbersAreUniqueInTheirVillage() {
        assertThat(PATCHES.stream().map(p -> text(p, "ZLDWDM") + text(p, "TBBH"))).doesNotHaveDuplicates();
    }

    @Test
    void unitCodesHaveNineteenDigitsAndOneNameEach() {
        Map<String, Set<String>> names = new HashMap<>();
        for (Feature p : PATCHES) {
            assertThat(text(p, "ZLDWDM")).matches("4502\\d{15}");
            assertThat(text(p, "QSDWDM")).matches("4502\\d{15}");
            names.computeIfAbsent(text(p, "QSDWDM"), k -> new HashSet<>()).add(text(p, "QSDWMC"));
            names.computeIfAbsent(text(p, "ZLDWDM"), k -> new HashSet<>()).add(text(p, "ZLDWMC"));
        }
        assertThat(names).allSatisfy((code, set) -> assertThat(set).hasSize(1));
    }

    @Test
    void noPatchIsEmptyOrSmallerThanAGarden() {
        assertThat(PATCHES).allMatch(p -> number(p, "TBMJ").signum() > 0);
        assertThat(PATCHES.stream().filter(p -> number(p, "TBMJ").doubleValue() < 100).count()).isLessThan(20);
    }

    private static String text(Feature patch, String field) {
        return SmallCity.text("DLTB", patch, field);
    }

    private static BigDecimal number(Feature patch, String field) {
        return (BigDecimal) SmallCity.value("DLTB", patch, field);
    }
}
