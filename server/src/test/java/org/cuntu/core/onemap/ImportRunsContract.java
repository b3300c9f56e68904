package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.Deliveries.geoJson;
import static org.cuntu.testing.Deliveries.square;

import java.time.Duration;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.testing.Deliveries;
import org.junit.jupiter.api.Test;

/** An import is one release however often it is run, of a ground that is stated. */
abstract class ImportRunsContract extends Imports {
    @Test
    void aLayerWithGapsNeedsItsGroundStated() {
        assertRefused("onemap.ground-needed", order(redLines("a"), "a.geojson", "STBHHX", null));
        assertRefused("onemap.unknown-layer", order(redLines("a"), "a.geojson", "NO", "features"));
    }

    @Test
    void theCitysGroundIsThatOfItsTownshipsAndADivisionsThatOfItsOwn() throws Exception {
        assertThat(codes(failed(order(redLines("a"), "a.geojson", "STBHHX", "city"))))
                .containsExactly("onemap.no-ground");
        String townships = Deliveries.collection(
                Deliveries.feature("\"XZQDM\":\"450202001\",\"XZQMC\":\"一\"", square(1)),
                Deliveries.feature("\"XZQDM\":\"450203001\",\"XZQMC\":\"二\"", square(2)));
        done(order(townships, "x.geojson", "XZQ", null));

        assertThat(coverage(done(order(redLines("a"), "a.geojson", "STBHHX", "city"))))
                .isEqualTo("109.401 109.403");
        nothingReleasedOf("STBHHX");
        assertThat(coverage(done(order(redLines("a"), "a.geojson", "STBHHX", "450203"))))
                .isEqualTo("109.402 109.403");
        assertThat(codes(failed(order(redLines("b"), "a.geojson", "STBHHX", "450299"))))
                .containsExactly("onemap.no-ground");
    }

    @Test
    void aCorrectionReplacesTheVersionOfItsDay() throws Exception {
        done(order(redLines("wrong"), "a.geojson", "STBHHX", "features"));
        assertThat(codes(failed(order(redLines("right"), "a.geojson", "STBHHX", "features"))))
                .containsExactly("onemap.release-exists");

        LayerImport.Order right = order(redLines("right"), "a.geojson", "STBHHX", "features");
        TaskView view = done(corrected(right));

        assertThat(releases.listReleases("STBHHX").getLast().act()).isEqualTo(ReleaseEntry.Act.CORRECTION);
        assertThat(releases.listReleases("STBHHX").getLast().hash())
                .isEqualTo(view.result().get("hash"));
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

    @Test
    void anImportThatIsCancelledLeavesNothing() throws Exception {
        String[] many = java.util.stream.IntStream.range(0, 4000)
                .mapToObj(Deliveries::square)
                .toArray(String[]::new);
        TaskId task = imports.submit(order(geoJson("\"HXMC\":\"a\"", many), "a.geojson", "STBHHX", "features"));

        tasks.cancel(task);

        assertThat(tasks.await(task, Duration.ofSeconds(30)).state()).isEqualTo(TaskState.CANCELLED);
        assertNothingKept();
    }
}
