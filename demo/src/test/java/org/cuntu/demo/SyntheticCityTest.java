package org.cuntu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;

class SyntheticCityTest {
    private static final DemoCity CITY = SmallCity.CITY;

    @Test
    void hasEveryLayerOfTheRegister() {
        assertThat(CITY.layers().stream().map(DemoLayer::code))
                .containsExactlyInAnyOrder(
                        "DLTB",
                        "XZQ",
                        "CJDCQ",
                        "PDT",
                        "XZQJX",
                        "CLKZD",
                        "YJJBNTBHTB",
                        "STBHHX",
                        "CZKFBJ",
                        "GHFQ",
                        "KGDK",
                        "CSSX",
                        "LSWHBHX",
                        "XZZTGNDW",
                        "HLFXKZX",
                        "DZZHFXQ",
                        "ZRBHD",
                        "CKQ",
                        "TKQ",
                        "YPJSYD",
                        "YJJBNTWHTB",
                        "FJMSQ",
                        "YYSSYBHQ",
                        "SDFW",
                        "GYL",
                        "CDDC",
                        "SYDC",
                        "DXKJDC",
                        "DBJZDC",
                        "HHGLFW",
                        "KCZYGHQ",
                        "ZYKCFW",
                        "LSYLKS");
    }

    @Test
    void smallMeansAboutTwentyThousandPatches() {
        assertThat(SmallCity.features("DLTB")).hasSizeBetween(16_000, 26_000).hasSize(CITY.patches());
    }

    @Test
    void everyOfficialTownshipAndVillageHasGround() {
        assertThat(SmallCity.features("XZQ")).hasSize(118);
        assertThat(SmallCity.features("CJDCQ")).hasSize(1240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DLTB", "XZQ", "CJDCQ", "PDT", "GHFQ"})
    void coverageLayerHasNeitherGapsNorOverlaps(String layer) {
        assertThat(CITY.layer(layer).schema().kind()).isEqualTo(LayerKind.COVERAGE);
        Geometry[] ground = SmallCity.geometries(layer).toArray(Geometry[]::new);
        Geometry[] faults = CoverageValidator.validate(ground);
        assertThat(Arrays.stream(faults).filter(f -> f != null && !f.isEmpty())).isEmpty();
        double sum = Arrays.stream(ground).mapToDouble(SmallCity::integral).sum();
        assertThat(sum).isCloseTo(SmallCity.integral(CITY.layer(layer).coverage()), within(0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YJJBNTBHTB",
                "STBHHX",
                "CZKFBJ",
                "KGDK",
                "HLFXKZX",
                "DZZHFXQ",
                "ZRBHD",
                "SDFW",
                "GYL",
                "HHGLFW",
                "CDDC",
                "SYDC",
                "DXKJDC",
                "DBJZDC"
            })
    void disjointLayerDoesNotOverlapItself(String layer) {
        Geometry[] ground = SmallCity.polygons(layer).toArray(Geometry[]::new);
        assertThat(Arrays.stream(CoverageValidator.validate(ground)).filter(f -> f != null && !f.isEmpty()))
                .isEmpty();
    }

    @Test
    void theThreeControlLinesDoNotOverlapOneAnother() {
        List<Geometry> lines = new java.util.ArrayList<>();
        for (String layer : List.of("YJJBNTBHTB", "STBHHX", "CZKFBJ")) lines.addAll(SmallCity.polygons(layer));
        assertThat(Arrays.stream(CoverageValidator.validate(lines.toArray(Geometry[]::new)))
                        .filter(f -> f != null && !f.isEmpty()))
                .isEmpty();
    }

    @Test
    void everyBorderLineIsPartOfTheOutlinesOfItsTwoTownships() {
        Geometry outlines = CITY.layer("XZQ")
                .features()
                .map(Feature::geometry)
                .map(Geometry::getBoundary)
                .reduce((a, b) -> a.getFactory().buildGeometry(List.of(a, b)))
                .orElseThrow();
        List<Geometry> borders = SmallCity.geometries("XZQJX");

        assertThat(borders).hasSizeGreaterThan(118);
        assertThat(borders).allMatch(border -> border.getDimension() == 1);
        double metres = borders.stream().mapToDouble(Geometry::getLength).sum();
        assertThat(metres).isLessThan(outlines.getLength() / 2);
    }

    @Test
    void everyTownshipHasAnInventedControlPointOnItsOutline() {
        assertThat(SmallCity.geometries("CLKZD")).hasSize(118).allMatch(point -> point.getDimension() == 0);
        assertThat(CITY.layer("CLKZD").source()).contains("虚构", "invented");
    }

    @Test
    void planZonesAgreeWithTheControlLines() {
        assertThat(zone("100")).isCloseTo(sum("STBHHX"), within(0.5));
        assertThat(zone("300")).isCloseTo(sum("YJJBNTBHTB"), within(0.5));
        assertThat(zone("410") + zone("420") + zone("430")).isCloseTo(sum("CZKFBJ"), within(0.5));
    }

    @Test
    void redLineIsFewHugeFeaturesWithHoles() {
        assertThat(SmallCity.features("STBHHX")).hasSizeLessThanOrEqualTo(10);
        assertThat(SmallCity.polygons("STBHHX")).anyMatch(p -> p.getNumInteriorRing() > 3 && p.getNumPoints() > 2_000);
    }

    @Test
    void everyGeometryIsValid() {
        for (DemoLayer layer : CITY.layers())
            for (Geometry g : SmallCity.geometries(layer.code())) {
                IsValidOp check = new IsValidOp(g);
                assertThat(check.isValid())
                        .as("%s %s", layer.code(), check.getValidationError())
                        .isTrue();
            }
    }

    @Test
    void everyVertexIsOnTheGridOfNineDecimals() {
        for (DemoLayer layer : CITY.layers())
            for (Geometry g : SmallCity.geometries(layer.code()))
                for (var c : g.getCoordinates())
                    if (c.x != Frame.round(c.x) || c.y != Frame.round(c.y))
                        throw new TopologyException(layer.code(), c);
    }

    @Test
    void valuesHaveTheTypesOfTheirFields() {
        for (DemoLayer layer : CITY.layers()) {
            List<Field> fields = layer.schema().fields();
            for (Feature f : SmallCity.features(layer.code())) {
                assertThat(f.values()).hasSameSizeAs(fields);
                for (int i = 0; i < fields.size(); i++)
                    if (f.values().get(i) != null) assertThat(f.values().get(i)).isInstanceOf(type(fields.get(i)));
            }
        }
    }

    @Test
    void identifiersAreUniqueAndOfEighteenDigits() {
        for (DemoLayer layer : CITY.layers()) {
            List<String> ids = SmallCity.features(layer.code()).stream()
                    .map(f -> (String) f.values().getFirst())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("\\d{18}"));
        }
    }

    @Test
    void abandonedMinesAreMoreThanFiveYearsOld() {
        assertThat(CITY.layer("LSYLKS").inForceFrom()).isBefore(LocalDate.of(2021, 2, 1));
    }

    @Test
    void miningRegisterLacksOneTownship() {
        double lacking = SmallCity.integral(CITY.layer("DLTB").coverage())
                - SmallCity.integral(CITY.layer("CKQ").coverage());
        assertThat(lacking).isGreaterThan(1e6);
    }

    @Test
    void sameSeedGivesTheSameCityToTheLastBit() {
        DemoCity again = SyntheticCity.make(DemoSize.SMALL, 1, Progress.SILENT);
        for (DemoLayer layer : again.layers())
            assertThat(digest(layer)).as(layer.code()).isEqualTo(digest(CITY.layer(layer.code())));
    }

    @Test
    void notesSayWhatWasMended() {
        assertThat(CITY.notes().getFirst()).contains("无审图号", "9 gaps");
    }

    private static int digest(DemoLayer layer) {
        WKBWriter writer = new WKBWriter();
        return layer.features()
                .mapToInt(f -> 31 * Arrays.hashCode(writer.write(f.geometry()))
                        + f.values().hashCode())
                .reduce(1, (a, b) -> 31 * a + b);
    }

    private static double zone(String code) {
        return SmallCity.features("GHFQ").stream()
                .filter(f -> code.equals(SmallCity.text("GHFQ", f, "GHFQDM")))
                .mapToDouble(f -> SmallCity.integral(f.geometry()))
                .sum();
    }

    private static double sum(String layer) {
        return SmallCity.geometries(layer).stream()
                .mapToDouble(SmallCity::integral)
                .sum();
    }

    private static Class<?> type(Field field) {
        return switch (field.type()) {
            case TEXT -> String.class;
            case INTEGER -> Long.class;
            case DECIMAL -> java.math.BigDecimal.class;
            case DATE -> LocalDate.class;
        };
    }

    private static org.assertj.core.data.Offset<Double> within(double squareMetres) {
        return org.assertj.core.data.Offset.offset(squareMetres);
    }
}
