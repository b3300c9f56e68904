package org.cuntu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cuntu.demo.DemoLayer;
import org.cuntu.demo.DemoSize;
import org.cuntu.demo.SyntheticCity;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packages that the demo's counties deliver, made of the synthetic city's patches. */
class DemoIncrementTest {
    private static final String COUNTY = "450203";

    @TempDir
    static Path folder;

    private static Map<String, byte[]> sound;
    private static Map<String, byte[]> broken;
    private static final Map<String, BigDecimal> AREAS = new HashMap<>();

    @BeforeAll
    static void packages() throws Exception {
        DemoLayer layer = SyntheticCity.make(DemoSize.SMALL, 1, (what, done, total) -> {}).layers().stream()
                .filter(each -> each.code().equals("DLTB"))
                .findFirst()
                .orElseThrow();
        String hash;
        try (SnapshotWriter writer = SnapshotWriter.begin(
                        folder, layer.schema(), layer.coverage(), new SnapshotOrigin(true, layer.source()));
                Stream<Feature> features = layer.features()) {
            features.forEach(writer::add);
            hash = writer.finish();
        }
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot patches = lease.snapshot();
            for (int i = 0; i < patches.size(); i++)
                AREAS.put(Objects.toString(patches.value(i, "BSM")), (BigDecimal)
                        Objects.requireNonNull(patches.value(i, "TBMJ")));
            sound = DemoIncrement.sound(patches, COUNTY).files();
            broken = DemoIncrement.broken(patches, "450206").files();
        }
    }

    private static List<JsonNode> features(Map<String, byte[]> files, String role) {
        List<JsonNode> features = new ArrayList<>();
        for (JsonNode feature : JsonMapper.shared().readTree(files.get(role)).path("features")) features.add(feature);
        return features;
    }

    private static BigDecimal area(JsonNode feature) {
        return feature.path("properties").path("TBMJ").decimalValue();
    }

    private static String key(JsonNode feature) {
        return feature.path("properties").path("BSM").asString();
    }

    @Test
    void aSoundPackageAddsChangesAndRemoves() {
        assertThat(sound).containsOnlyKeys("added", "changed", "removed");
        assertThat(features(sound, "changed")).hasSize(6);
    }

    @Test
    void groundIsNeitherWonNorLost() {
        List<String> removed = new String(sound.get("removed"), UTF_8).lines().toList();
        BigDecimal before = Stream.concat(
                        removed.stream(), features(sound, "changed").stream().map(DemoIncrementTest::key))
                .map(key -> Optional.ofNullable(AREAS.get(key)).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal after = Stream.concat(features(sound, "changed").stream(), features(sound, "added").stream())
                .map(DemoIncrementTest::area)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(after).isEqualByComparingTo(before);
    }

    @Test
    void aBrokenPackageHasAClassThatTheSchemeLacksAndAnEmptyField() {
        List<String> codes = features(broken, "changed").stream()
                .map(feature -> feature.path("properties").path("DLBM").asString())
                .toList();
        List<String> places = features(broken, "changed").stream()
                .map(feature -> feature.path("properties").path("ZLDWMC").asString())
                .toList();

        assertThat(codes).contains("0207");
        assertThat(places).contains("");
    }

    @Test
    void theLastQuarterIsTheOneThatIsOver() {
        assertThat(List.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 3, 31)))
                .extracting(DemoDeliveries::lastQuarter)
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2025, 12, 31));
    }
}
