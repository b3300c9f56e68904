package org.cuntu.core.onemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.testing.Deliveries.geoJson;
import static org.cuntu.testing.Deliveries.square;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.Deliveries;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery becomes a version of a layer, whole or not at all. */
abstract class LayerImportContract {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private final TestApplication application = application();
    private final LayerImport imports = application.bean(LayerImport.class);
    private final Tasks tasks = application.bean(Tasks.class);
    private final Releases releases = application.bean(Releases.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @Test
    void aGeoJsonFileBecomesAVersionWithTheRegistersFields() throws Exception {
        TaskView view = done(order(redLines("天平山"), "a.geojson", "STBHHX", "features"));

        ReleaseEntry entry = releases.listReleases("STBHHX").getFirst();
        assertThat(view.result()).containsEntry("layer", "STBHHX").containsEntry("hash", entry.hash());
        assertThat(entry.inForceFrom()).isEqualTo(DAY);
        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open(entry.hash())) {
            assertThat(lease.snapshot().value(0, "HXMC")).isEqualTo("天平山");
            assertThat(lease.snapshot().value(0, "MJ")).hasToString("12.50");
            assertThat(lease.snapshot().value(0, "LHLX")).isNull();
        }
    }

    @Test
    void aZippedShapefileInGbkIsReadWithItsCharacters() throws Exception {
        TaskView view = done(order(Deliveries.zippedShapefile("HXMC", "三江侗族"), "a.zip", "STBHHX", "features"));

        try (SnapshotStore.Lease lease =
                application.bean(SnapshotStore.class).open((String) view.result().get("hash"))) {
            assertThat(lease.snapshot().value(0, "HXMC")).isEqualTo("三江侗族");
        }
    }

    @Test
    void aFieldIsKnownByItsAliasInAnyCaseOfLetters() throws Exception {
        String file = geoJson("\"dlbm\":\"0101\",\"qsxz\":\"30\",\"tbmj\":1,\"ZuoLDWMC\":\"莲塘村\",\"EXTRA\":1", square(1));

        TaskView view = done(order(file, "a.geojson", "DLTB", null));

        try (SnapshotStore.Lease lease =
                application.bean(SnapshotStore.class).open((String) view.result().get("hash"))) {
            assertThat(lease.snapshot().value(0, "ZLDWMC")).isEqualTo("莲塘村");
        }
        assertThat(codes(view)).contains("onemap.unknown-field");
        assertThat(view.problems().getFirst().args()).containsEntry("fields", "EXTRA");
    }

    @Test
    void missingFieldsAreNamedTogether() throws Exception {
        TaskView view = failed(order(geoJson("\"DLBM\":\"0101\"", square(1)), "a.geojson", "DLTB", null));

        assertThat(codes(view)).containsExactly("onemap.missing-field");
        assertThat(view.problems().getFirst().args()).containsEntry("fields", "QSXZ, TBMJ");
    }

    @Test
    void twoFieldsForOneAreRefused() throws Exception {
        String both = "\"DLBM\":\"0101\",\"QSXZ\":\"30\",\"TBMJ\":1,\"XXTBKD\":1,\"xxtbkd\":2";

        assertThat(codes(failed(order(geoJson(both, square(1)), "a.geojson", "DLTB", null))))
                .containsExactly("onemap.field-twice");
    }

    @Test
    void badValuesAreCollectedWithTheirPlaces() throws Exception {
        String file = geoJson("\"HXMC\":\"a\",\"MJ\":\"viel\"", square(1), square(2), square(3));

        TaskView view = failed(order(file, "a.geojson", "STBHHX", "features"));

        assertThat(codes(view)).hasSize(3).containsOnly("onemap.bad-value");
        assertThat(view.problems()).extracting(problem -> problem.args().get("feature")).containsExactly("1", "2", "3");
        assertThat(view.problems()).allSatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo("a.geojson");
            assertThat(problem.place().coordinate()).isNotNull();
        });
    }

    @Test
    void aFeatureThatIsNoPolygonRefusesTheWholeDelivery() throws Exception {
        String bowTie = "[[109.4,24.3],[109.5,24.4],[109.5,24.3],[109.4,24.4],[109.4,24.3]]";

        TaskView view = failed(order(geoJson("\"HXMC\":\"a\"", square(1), bowTie), "a.geojson", "STBHHX", "features"));

        assertThat(codes(view)).containsExactly("layer.self-crossing");
        assertThat(view.problems().getFirst().place().file()).isEqualTo("a.geojson");
        assertNothingKept();
    }

    @Test
    void everythingThatIsWrongIsSaidTogether() throws Exception {
        String bowTie = "[[109.4,24.3],[109.5,24.4],[109.5,24.3],[109.4,24.4],[109.4,24.3]]";

        TaskView view = failed(order(geoJson("\"MJ\":\"viel\"", bowTie, square(1)), "a.geojson", "STBHHX", "features"));
        TaskView onlyBad = failed(order(geoJson("\"HXMC\":\"a\"", bowTie), "a.geojson", "STBHHX", "features"));

        assertThat(codes(view)).contains("onemap.bad-value", "onemap.bad-value");
        assertThat(codes(onlyBad)).containsExactly("layer.self-crossing");
    }

    @Test
    void aFileThatIsNoneIsRefused() throws Exception {
        assertThat(failed(order("hello", "a.geojson", "STBHHX", "features")).problems()).isNotEmpty();
        assertThat(codes(failed(order("{\"type\":\"FeatureCollection\",\"features\":[]}", "a.geojson", "STBHHX", "features"))))
                .containsExactly("format.no-plots");
        assertNothingKept();
    }

    @Test
    void aLayerWithGapsNeedsItsGroundStated() {
        assertRefused("onemap.ground-needed", order(redLines("a"), "a.geojson", "STBHHX", null));
        assertRefused("onemap.unknown-layer", order(redLines("a"), "a.geojson", "NO", "features"));
    }

    @Test
    void theCitysGroundIsThatOfItsTownshipsAndADivisionsThatOfItsOwn() throws Exception {
        assertThat(codes(failed(order(redLines("a"), "a.geojson", "STBHHX", "city")))).containsExactly("onemap.no-ground");
        String townships = Deliveries.collection(
                Deliveries.feature("\"XZQDM\":\"450202001\",\"XZQMC\":\"一\"", square(1)),
                Deliveries.feature("\"XZQDM\":\"450203001\",\"XZQMC\":\"二\"", square(2)));
        done(order(townships, "x.geojson", "XZQ", null));

        assertThat(coverage(done(order(redLines("a"), "a.geojson", "STBHHX", "city")))).isEqualTo("109.401 109.403");
        nothingReleasedOf("STBHHX");
        assertThat(coverage(done(order(redLines("a"), "a.geojson", "STBHHX", "450203")))).isEqualTo("109.402 109.403");
        assertThat(codes(failed(order(redLines("b"), "a.geojson", "STBHHX", "450299")))).containsExactly("onemap.no-ground");
    }

    @Test
    void aCorrectionReplacesTheVersionOfItsDay() throws Exception {
        done(order(redLines("wrong"), "a.geojson", "STBHHX", "features"));
        assertThat(codes(failed(order(redLines("right"), "a.geojson", "STBHHX", "features"))))
                .containsExactly("onemap.release-exists");

        LayerImport.Order right = order(redLines("right"), "a.geojson", "STBHHX", "features");
        TaskView view = done(corrected(right));

        assertThat(releases.listReleases("STBHHX").getLast().act()).isEqualTo(ReleaseEntry.Act.CORRECTION);
        assertThat(releases.listReleases("STBHHX").getLast().hash()).isEqualTo(view.result().get("hash"));
    }

    @Test
    void aRunThatComesAfterTheReleaseDoesNotReleaseTwice() throws Exception {
        LayerImport.Order order = order(redLines("once"), "a.geojson", "STBHHX", "features");
        String first = (String) done(order).result().get("release");

        assertThat(done(order).result()).containsEntry("release", first);
        assertThat(releases.listReleases("STBHHX")).hasSize(1);
    }

    @Test
    void aRunThatFindsItsFileWithoutARowReleasesIt() throws Exception {
        LayerImport.Order order = order(redLines("crashed"), "a.geojson", "STBHHX", "features");
        String hash = (String) done(order).result().get("hash");
        nothingReleased();

        assertThat(done(order).result()).containsEntry("hash", hash);
        assertThat(releases.listReleases("STBHHX")).hasSize(1);
    }

    @Test
    void whatWasWithdrawnCanBeImportedAgain() throws Exception {
        LayerImport.Order order = order(redLines("again"), "a.geojson", "STBHHX", "features");
        done(order);
        releases.release(new ReleaseRequest.Withdrawal(
                "STBHHX", releases.listReleases("STBHHX").getFirst().id(), "too early"));

        done(order);

        assertThat(application.bean(Baselines.class).resolve(DAY, null).layers())
                .filteredOn(layer -> layer.entry().code().equals("STBHHX"))
                .allMatch(layer -> layer.snapshot() != null);
    }

    private void nothingReleasedOf(String layer) {
        application.jdbc().sql("delete from layer_release where layer = :layer").param("layer", layer).update();
    }

    private static String redLines(String name) {
        return geoJson("\"HXMC\":\"" + name + "\",\"MJ\":\"12.50\",\"BSM\":\"" + name + "\"", square(1));
    }

    /** West and east of the ground that the version answers for. */
    private String coverage(TaskView view) {
        try (SnapshotStore.Lease lease =
                application.bean(SnapshotStore.class).open((String) view.result().get("hash"))) {
            Snapshot snapshot = lease.snapshot();
            var box = snapshot.coverage().getEnvelopeInternal();
            return box.getMinX() + " " + box.getMaxX();
        }
    }

    private void assertNothingKept() throws IOException {
        assertThat(releases.listReleases("STBHHX")).isEmpty();
        try (Stream<Path> drafts = java.nio.file.Files.list(application.home().resolve("snapshots/tmp"));
                Stream<Path> work = java.nio.file.Files.list(application.home().resolve("tmp"))) {
            assertThat(Stream.concat(drafts, work)).isEmpty();
        }
    }

    private void assertRefused(String code, LayerImport.Order order) {
        assertThatThrownBy(() -> imports.submit(order))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
    }

    private TaskView done(LayerImport.Order order) throws InterruptedException {
        TaskView view = tasks.await(imports.submit(order), Duration.ofSeconds(30));
        assertThat(view.state()).as("%s", view.problems()).isEqualTo(TaskState.DONE);
        return view;
    }

    private TaskView failed(LayerImport.Order order) throws InterruptedException {
        TaskView view = tasks.await(imports.submit(order), Duration.ofSeconds(30));
        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.incident()).as("%s", view.problems()).isNull();
        return view;
    }

    private static List<String> codes(TaskView view) {
        return view.problems().stream().map(Problem::code).toList();
    }

    private LayerImport.Order order(String content, String name, String layer, String ground) {
        return order(content.getBytes(UTF_8), name, layer, ground);
    }

    private LayerImport.Order order(byte[] content, String name, String layer, String ground) {
        try {
            String sha = application
                    .bean(Files.class)
                    .keep(new ByteArrayInputStream(content), name, "application/octet-stream")
                    .sha256();
            return new LayerImport.Order(sha, name, layer, DAY, "delivery", null, ground, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayerImport.Order corrected(LayerImport.Order o) {
        return new LayerImport.Order(o.file(), o.name(), o.layer(), o.inForceFrom(), o.source(), o.crs(), o.ground(), true, false);
    }
}
