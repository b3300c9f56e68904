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
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of imports share: orders of small deliveries, and how they ended. */
abstract class Imports {
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    final TestApplication application = application();
    final LayerImport imports = application.bean(LayerImport.class);
    final Tasks tasks = application.bean(Tasks.class);
    final Releases releases = application.bean(Releases.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    void nothingReleasedOf(String layer) {
        application
                .jdbc()
                .sql("delete from layer_release where layer = :layer")
                .param("layer", layer)
                .update();
    }

    static String redLines(String name) {
        return geoJson("\"HXMC\":\"" + name + "\",\"MJ\":\"12.50\",\"BSM\":\"" + name + "\"", square(1));
    }

    /** West and east of the ground that the version answers for. */
    String coverage(TaskView view) {
        try (SnapshotStore.Lease lease = application.bean(SnapshotStore.class).open((String)
                view.result().get("hash"))) {
            Snapshot snapshot = lease.snapshot();
            var box = snapshot.coverage().getEnvelopeInternal();
            return box.getMinX() + " " + box.getMaxX();
        }
    }

    void assertNothingKept() throws IOException {
        assertThat(releases.listReleases("STBHHX")).isEmpty();
        try (Stream<Path> drafts = java.nio.file.Files.list(application.home().resolve("snapshots/tmp"));
                Stream<Path> work = java.nio.file.Files.list(application.home().resolve("tmp"))) {
            // SQLite's native half stays as long as the process, exports for a day
            assertThat(Stream.concat(drafts, work)
                            .filter(path -> !path.getFileName().toString().matches("exports|sqlite-.*")))
                    .isEmpty();
        }
    }

    void assertRefused(String code, LayerImport.Order order) {
        assertThatThrownBy(() -> imports.submit(order)).isInstanceOfSatisfying(InputRefused.class, e -> assertThat(
                        e.problems().getFirst().code())
                .isEqualTo(code));
    }

    TaskView done(LayerImport.Order order) throws InterruptedException {
        TaskView view = tasks.await(imports.submit(order), Duration.ofSeconds(30));
        assertThat(view.state()).as("%s", view.problems()).isEqualTo(TaskState.DONE);
        return view;
    }

    TaskView failed(LayerImport.Order order) throws InterruptedException {
        TaskView view = tasks.await(imports.submit(order), Duration.ofSeconds(30));
        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.incident()).as("%s", view.problems()).isNull();
        return view;
    }

    static List<String> codes(TaskView view) {
        return view.problems().stream().map(Problem::code).toList();
    }

    LayerImport.Order order(String content, String name, String layer, String ground) {
        return order(content.getBytes(UTF_8), name, layer, ground);
    }

    LayerImport.Order order(byte[] content, String name, String layer, String ground) {
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

    static LayerImport.Order corrected(LayerImport.Order o) {
        return new LayerImport.Order(
                o.file(), o.name(), o.layer(), o.inForceFrom(), o.source(), o.crs(), o.ground(), true, false);
    }
}
