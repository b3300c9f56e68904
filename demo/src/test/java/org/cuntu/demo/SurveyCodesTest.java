package org.cuntu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/** Codes of the survey come from the official lists, and classes lie where the relief lets them. */
class SurveyCodesTest {
    private static final List<Feature> PATCHES = SmallCity.features("DLTB");

    @Test
    void everyClassIsOfTheSchemeAndHasItsName() throws IOException {
        Path scheme = Path.of(System.getProperty("cuntu.root", ".."), "city", "liuzhou", "classes", "SD2019.csv");
        Map<String, String> names = columns(Files.readString(scheme));
        for (Feature p : PATCHES) assertThat(text(p, "DLMC")).isEqualTo(names.get(text(p, "DLBM")));
    }

    @Test
    void villagesAreOfficialOnes() throws IOException {
        try (InputStream in = SurveyCodesTest.class.getResourceAsStream("/liuzhou/villages.csv")) {
            Map<String, String> official = columns(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            for (Feature p : PATCHES) {
                String village = text(p, "ZLDWDM");
                assertThat(text(p, "ZLDWMC")).isEqualTo(official.get(village.substring(0, 12)));
                assertThat(village).endsWith("0000000");
                assertThat(text(p, "BSM")).startsWith(village.substring(0, 6));
            }
        }
    }

    @Test
    void aPatchLiesInTheVillageThatItNames() {
        STRtree villages = tree("CJDCQ");
        for (Feature p : PATCHES) assertThat(at("CJDCQ", villages, p, "ZLDWDM")).isEqualTo(text(p, "ZLDWDM"));
    }

    @Test
    void slopeClassesOfCroplandAreThoseOfTheSlopeMap() {
        STRtree slopes = tree("PDT");
        for (Feature p : PATCHES)
            if (text(p, "GDPDJB") != null)
                assertThat(at("PDT", slopes, p, "PDJB")).isEqualTo(text(p, "GDPDJB"));
    }

    @Test
    void paddyIsFlatterThanDryLandAndDryLandThanForest() {
        STRtree slopes = tree("PDT");
        Map<String, Double> mean = PATCHES.stream()
                .collect(Collectors.groupingBy(
                        p -> text(p, "DLBM"),
                        HashMap::new,
                        Collectors.averagingInt(p -> Integer.parseInt(at("PDT", slopes, p, "PDJB")))));

        assertThat(mean.get("0101")).isLessThan(mean.get("0103"));
        assertThat(mean.get("0103")).isLessThan(mean.get("0301"));
    }

    @Test
    void codesOfOwnershipSettlementAndPlantingAreThoseOfTheStandard() {
        assertThat(distinct("QSXZ")).isSubsetOf(Set.of("10", "20", "30", "31", "32", "33", "34", "40"));
        assertThat(distinct("CZCSXM")).isSubsetOf(Set.of("201", "202", "203", "204", "205", "201A", "202A", "203A"));
        assertThat(distinct("ZZSXDM")).isSubsetOf(Set.of("LS", "FLS", "LYFL", "LLJZ", "XG", "WG"));
        assertThat(distinct("GDLX")).isSubsetOf(Set.of("TT", "PD"));
        assertThat(distinct("YSDM")).containsExactly("2001010100");
        assertThat(distinct("MSSM")).containsExactly("00");
    }

    private static Set<String> distinct(String field) {
        return PATCHES.stream().map(p -> text(p, field)).filter(v -> v != null).collect(Collectors.toSet());
    }

    /** The first two columns of a table with a head. */
    private static Map<String, String> columns(String csv) {
        try (Stream<String> lines = csv.lines()) {
            return lines.skip(1).map(l -> l.split(",")).collect(Collectors.toMap(c -> c[0], c -> c[1]));
        }
    }

    private static STRtree tree(String layer) {
        STRtree tree = new STRtree();
        for (Feature f : SmallCity.features(layer)) tree.insert(f.geometry().getEnvelopeInternal(), f);
        return tree;
    }

    private static String at(String layer, STRtree tree, Feature patch, String field) {
        Point inside = patch.geometry().getInteriorPoint();
        for (Object found : tree.query(inside.getEnvelopeInternal())) {
            Geometry ground = ((Feature) found).geometry();
            if (ground.intersects(inside)) return SmallCity.text(layer, (Feature) found, field);
        }
        return "";
    }

    private static String text(Feature patch, String field) {
        return SmallCity.text("DLTB", patch, field);
    }
}
