package org.cuntu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.cuntu.engine.layer.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The surveys of two earlier years: whole coverages of their own, most of each as it is today. */
class EarlierYearsTest {
    private static final Map<Integer, List<Feature>> YEARS = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void anEarlierSurveyHasNeitherGapsNorOverlaps(int year) {
        Geometry[] ground = patches(year).stream().map(Feature::geometry).toArray(Geometry[]::new);
        assertThat(ground).allMatch(g -> new IsValidOp(g).isValid());
        assertThat(Arrays.stream(CoverageValidator.validate(ground)).filter(f -> f != null && !f.isEmpty()))
                .isEmpty();
        double sum = Arrays.stream(ground).mapToDouble(SmallCity::integral).sum();
        assertThat(sum).isCloseTo(SmallCity.integral(layer(year).coverage()), Offset.offset(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void bookAreasOfAnEarlierYearSumToTheControlAreasExactly(int year) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Feature p : patches(year)) {
            sums.merge(text(p, "ZLDWDM").substring(0, 9), area(p), BigDecimal::add);
            sums.merge(text(p, "ZLDWDM"), area(p), BigDecimal::add);
        }
        for (Feature t : SmallCity.features("XZQ"))
            assertThat(sums.get(SmallCity.text("XZQ", t, "XZQDM"))).isEqualTo(SmallCity.value("XZQ", t, "DCMJ"));
        for (Feature v : SmallCity.features("CJDCQ"))
            assertThat(sums.get(SmallCity.text("CJDCQ", v, "ZLDWDM"))).isEqualTo(SmallCity.value("CJDCQ", v, "DCMJ"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void aFewInAHundredPatchesChangeInAYear(int year) {
        Map<String, Feature> later = byIdentifier(patches(year + 1));
        long gone = patches(year).stream()
                .filter(p -> !later.containsKey(text(p, "BSM")))
                .count();
        assertThat(100.0 * gone / later.size()).isBetween(1.0, 5.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void aPatchThatKeepsItsIdentifierKeepsEverythingButTheYear(int year) {
        Map<String, Feature> later = byIdentifier(patches(year + 1));
        WKBWriter wkb = new WKBWriter();
        for (Feature p : patches(year)) {
            Feature same = later.get(text(p, "BSM"));
            if (same == null) continue;
            assertThat(wkb.write(p.geometry())).isEqualTo(wkb.write(same.geometry()));
            for (String field : List.of("TBBH", "DLBM", "TBMJ", "TBDLMJ", "QSDWDM"))
                assertThat(SmallCity.value("DLTB", p, field)).isEqualTo(SmallCity.value("DLTB", same, field));
            assertThat(SmallCity.value("DLTB", p, "SJNF")).isEqualTo((long) year);
        }
    }

    @Test
    void townsHaveGrownOverCropland() {
        assertThat(cropland(2023)).isGreaterThan(cropland(2024));
        assertThat(cropland(2024)).isGreaterThan(cropland(2025));
    }

    @Test
    void fieldsWereCutOutAndPutTogether() {
        Map<String, Long> corners =
                patches(2024).stream().collect(Collectors.groupingBy(p -> text(p, "BSM"), Collectors.counting()));
        assertThat(corners).doesNotContainValue(2L);
        assertThat(patches(2024)).isNotEmpty().hasSizeBetween(16_000, 26_000);
        assertThat(patches(2023).size()).isNotEqualTo(patches(2024).size());
    }

    @Test
    void everyVersionOfALayerHasItsOwnDay() {
        assertThat(SmallCity.CITY.earlier().stream().map(l -> l.code() + " " + l.inForceFrom()))
                .doesNotHaveDuplicates()
                .contains("DLTB 2023-12-31", "DLTB 2024-12-31");
        for (DemoLayer earlier : SmallCity.CITY.earlier())
            assertThat(earlier.inForceFrom())
                    .isBefore(SmallCity.CITY.layer(earlier.code()).inForceFrom());
    }

    @Test
    void sameSeedGivesTheSameEarlierYears() {
        DemoCity again = SyntheticCity.make(DemoSize.SMALL, 1, Progress.SILENT);
        for (int year : List.of(2023, 2024)) {
            List<Feature> other = again.earlier().stream()
                    .filter(l -> l.code().equals("DLTB") && l.inForceFrom().getYear() == year)
                    .flatMap(DemoLayer::features)
                    .toList();
            assertThat(other.stream().map(Feature::values))
                    .isEqualTo(patches(year).stream().map(Feature::values).toList());
            assertThat(other.stream().allMatch(new java.util.HashSet<>(other)::contains))
                    .isTrue();
        }
    }

    private static double cropland(int year) {
        return patches(year).stream()
                .filter(p -> text(p, "DLBM").startsWith("01"))
                .mapToDouble(p -> area(p).doubleValue())
                .sum();
    }

    private static Map<String, Feature> byIdentifier(List<Feature> patches) {
        return patches.stream().collect(Collectors.toMap(p -> text(p, "BSM"), Function.identity()));
    }

    private static synchronized List<Feature> patches(int year) {
        return YEARS.computeIfAbsent(year, y -> layer(y).features().toList());
    }

    private static DemoLayer layer(int year) {
        LocalDate day = LocalDate.of(year, 12, 31);
        return java.util.stream.Stream.concat(SmallCity.CITY.earlier().stream(), SmallCity.CITY.layers().stream())
                .filter(l -> l.code().equals("DLTB") && l.inForceFrom().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Feature patch, String field) {
        return SmallCity.text("DLTB", patch, field);
    }

    private static BigDecimal area(Feature patch) {
        return (BigDecimal) SmallCity.value("DLTB", patch, "TBMJ");
    }
}
