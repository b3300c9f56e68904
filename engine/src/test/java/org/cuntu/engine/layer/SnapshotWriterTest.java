package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.engine.layer.Ground.INVENTED;
import static org.cuntu.engine.layer.Ground.PATCHES;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.cells;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.schema;
import static org.cuntu.engine.layer.Ground.withHole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

class SnapshotWriterTest {
    @TempDir
    Path folder;

    private String written(List<Feature> features, Intake intake, int threads, long inMemory) {
        LayerSchema schema = features.getFirst().values().isEmpty() ? schema(LayerKind.DISJOINT) : PATCHES;
        try (SnapshotWriter writer =
                SnapshotWriter.begin(folder, schema, box(0, 0, 100, 100), INVENTED, intake, threads, inMemory)) {
            for (Feature feature : features) writer.add(feature);
            return writer.finish();
        }
    }

    @Test
    void theFileDoesNotDependOnHowManyThreadsWorked() {
        List<Feature> features = cells(60);
        TreeSet<String> names = new TreeSet<>();
        for (int threads = 1; threads <= 4; threads++)
            names.add(written(features, Intake.STRICT, threads, Long.MAX_VALUE));
        assertThat(names).hasSize(1);
    }

    @Test
    void orOfLayersThatArePutTogetherInSeveralSegments() throws Exception {
        List<Feature> features = cells(100);
        TreeSet<String> names = new TreeSet<>();
        for (int threads = 1; threads <= 4; threads++)
            names.add(written(features, Intake.STRICT, threads, Long.MAX_VALUE));
        assertThat(names).hasSize(1);
        String name = names.getFirst();
        assertThat(Sha256.of(folder.resolve(name + ".snap"))).isEqualTo(name);
    }

    @Test
    void orOfLayersWithDefects() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 1_500; i++)
            features.addAll(
                    i % 100 == 0
                            ? bare(polygon(i, 0, i + 4, 4, i + 4, 0, i, 4), Ground.JTS.createPolygon())
                            : bare(withHole(box(i, 0, i + 0.9, 9), box(i + 0.1, 2, i + 0.4, 4))));
        assertThat(written(features, Intake.AS_DELIVERED, 1, Long.MAX_VALUE))
                .isEqualTo(written(features, Intake.AS_DELIVERED, 4, Long.MAX_VALUE));
    }

    @Test
    void orOnHowMuchWaitedInMemory() {
        List<Feature> features = cells(60);
        String inMemory = written(features, Intake.STRICT, 2, Long.MAX_VALUE);
        assertThat(written(features, Intake.STRICT, 2, 0)).isEqualTo(inMemory);
        assertThat(written(features, Intake.STRICT, 2, 9 << 20)).isEqualTo(inMemory);
    }

    @Test
    void problemsComeInTheOrderOfTheInputWhoeverFindsThem() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 3_000; i++)
            features.addAll(bare(i % 1_000 == 7 ? polygon(0, 0, 4, 4, 4, 0, 0, 4) : box(i, 0, i + 1, 1)));
        assertThatThrownBy(() -> written(features, Intake.STRICT, 4, Long.MAX_VALUE))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.args().get("feature"))
                        .containsExactly("8", "1008", "2008"));
    }

    @Test
    void outlinesAsWkbMakeTheSameFile() {
        List<Geometry> shapes = List.of(
                box(0, 0, 1, 1),
                withHole(box(10, 10, 19, 19), box(12, 12, 13, 14)).reverse(),
                Ground.both(box(30, 30, 31, 31), box(31, 31, 32, 32)),
                polygon(0.1234567890123, 50, 7.7777777777777, 50 + 1 / 3.0, 5, 56.000000000001));
        String expected = written(bare(shapes.toArray(Geometry[]::new)), Intake.STRICT, 2, Long.MAX_VALUE);
        for (WKBWriter form : List.of(new WKBWriter(2, 2, true), new WKBWriter(2, 1), new WKBWriter(2, 2)))
            try (SnapshotWriter writer =
                    SnapshotWriter.begin(folder, schema(LayerKind.DISJOINT), box(0, 0, 100, 100), INVENTED)) {
                for (Geometry shape : shapes) {
                    shape.setSRID(4490);
                    writer.add(form.write(shape), List.of());
                }
                assertThat(writer.finish()).isEqualTo(expected);
            }
    }

    @Test
    void invalidWkbPolygonsAreNamedAsOthersAre() {
        try (SnapshotWriter writer =
                SnapshotWriter.begin(folder, schema(LayerKind.DISJOINT), box(0, 0, 100, 100), INVENTED)) {
            writer.add(new WKBWriter(2, 2).write(polygon(0, 0, 4, 4, 4, 0, 0, 4)), List.of());
            assertThat(writer.problems()).extracting(problem -> problem.code()).containsExactly("layer.self-crossing");
        }
    }

    @Test
    void bytesThatAreNoWkbAreAnError() {
        for (String hex : List.of("", "01", "0103000000FFFFFFFF", "0103000000010000000500000000", "FF03000000"))
            try (SnapshotWriter writer =
                    SnapshotWriter.begin(folder, schema(LayerKind.DISJOINT), box(0, 0, 100, 100), INVENTED)) {
                writer.add(HexFormat.of().parseHex(hex), List.of());
                assertThatThrownBy(writer::finish).as(hex).isInstanceOf(IllegalArgumentException.class);
            }
    }

    @Test
    void whateverFailsNothingIsLeft() throws Exception {
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, schema(LayerKind.DISJOINT), box(0, 0, 9, 9), INVENTED, Intake.STRICT, 4, 0)) {
            for (int i = 0; i < 2_000; i++) writer.add(bare(box(0, 0, 1, 1)).getFirst());
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
