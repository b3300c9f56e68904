package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.Deliveries.geoJson;
import static org.cuntu.testing.Deliveries.square;

import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.testing.Deliveries;
import org.junit.jupiter.api.Test;

/** What a delivery holds becomes a version of a layer, whole or not at all. */
abstract class LayerImportContract extends Imports {
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

        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open((String)
                view.result().get("hash"))) {
            assertThat(lease.snapshot().value(0, "HXMC")).isEqualTo("三江侗族");
        }
    }

    @Test
    void aFieldIsKnownByItsAliasInAnyCaseOfLetters() throws Exception {
        String file =
                geoJson("\"dlbm\":\"0101\",\"qsxz\":\"30\",\"tbmj\":1,\"ZuoLDWMC\":\"莲塘村\",\"EXTRA\":1", square(1));

        TaskView view = done(order(file, "a.geojson", "DLTB", null));

        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open((String)
                view.result().get("hash"))) {
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
        assertThat(view.problems())
                .extracting(problem -> problem.args().get("feature"))
                .containsExactly("1", "2", "3");
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
        assertThat(failed(order("hello", "a.geojson", "STBHHX", "features")).problems())
                .isNotEmpty();
        assertThat(codes(failed(
                        order("{\"type\":\"FeatureCollection\",\"features\":[]}", "a.geojson", "STBHHX", "features"))))
                .containsExactly("format.no-plots");
        assertNothingKept();
    }

    /** Whoever reaches the disk puts another file in the place of the one that was uploaded, before the task reads it. */
    @Test
    void aDeliveryThatWasExchangedOnTheDiskMakesNoVersionAndTheTaskNamesIt() throws Exception {
        LayerImport.Order order = order(redLines("uploaded"), "a.geojson", "STBHHX", "features");
        java.nio.file.Path kept =
                application.bean(org.cuntu.platform.files.Files.class).path(order.file());
        java.nio.file.Files.writeString(kept, redLines("exchanged"));
        try {
            assertThat(codes(failed(order))).containsExactly("files.changed");
            assertNothingKept();
        } finally {
            java.nio.file.Files.writeString(kept, redLines("uploaded"));
        }
    }
}
