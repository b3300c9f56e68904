package org.cuntu.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.CuntuApplication;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.rules.Project;
import org.cuntu.demo.DemoLayer;
import org.cuntu.demo.DemoSize;
import org.cuntu.demo.SyntheticCity;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.identity.Accounts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes a small home for {@code testdata/homes} (contracts 13): the demo city about the town, with stored reviews, as this
 * version writes it. Later versions open it; so it is made once for a version and never again.
 *
 * <p>{@code java … org.cuntu.testing.HomeMaker <checkout> <home.zip>}
 */
public final class HomeMaker {
    private static final Envelope WINDOW = new Envelope(109.40, 109.47, 24.30, 24.385);
    private static final String COUNTY = "450203";
    private static final Set<String> KEPT = Set.of("db", "snapshots", "files");

    private HomeMaker() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath();
        Path home = Files.createTempDirectory("cuntu-home");
        try (ConfigurableApplicationContext application = CuntuApplication.builder(false)
                .run("--cuntu.home=" + home, "--cuntu.root=" + root, "--logging.threshold.console=off")) {
            fill(application, home, root);
            delivery(application);
        }
        pack(home, Path.of(args[1]));
    }

    /** Layers and reviews, as in the home that is kept. */
    public static void fill(ConfigurableApplicationContext application, Path home, Path root) throws IOException {
        layers(application, home);
        reviews(application, root);
    }

    private static void layers(ConfigurableApplicationContext application, Path home) {
        List<ReleaseRequest> requests = new ArrayList<>();
        for (DemoLayer layer :
                SyntheticCity.make(DemoSize.SMALL, 1, (what, done, total) -> {}).layers())
            requests.add(new ReleaseRequest.Release(
                    layer.code(), write(layer, home), layer.inForceFrom(), layer.source(), true));
        application.getBean(Releases.class).release(requests);
    }

    private static String write(DemoLayer layer, Path home) {
        Geometry coverage = OverlayNGRobust.overlay(
                layer.coverage(), new GeometryFactory().toGeometry(WINDOW), OverlayNG.INTERSECTION);
        SnapshotOrigin origin = new SnapshotOrigin(true, layer.source());
        try (SnapshotWriter writer = SnapshotWriter.begin(
                        home.resolve("snapshots"), layer.schema(), coverage, origin, layer.intake());
                Stream<Feature> features = layer.features()) {
            features.filter(f -> f.geometry().getEnvelopeInternal().intersects(WINDOW))
                    .forEach(writer::add);
            return writer.finish();
        }
    }

    private static void reviews(ConfigurableApplicationContext application, Path root) {
        ReviewKeeping keeping = application.getBean(ReviewKeeping.class);
        Path file = root.resolve("testdata/plot-txt/44120000105-zone-36.txt");
        SiteFile moved = SiteReader.read(file, "moved.txt", null, InputLimits.SITE);
        Project project = new Project("batch", "1001", "ordinary", null, List.of());
        keeping.keep(
                new ReviewRequest("移至 36 带的地块", moved.crs(), moved.plots(), project, null, null), file, "moved.txt");
        SiteFile showcase =
                SiteReader.read(root.resolve("demo/showcase.geojson"), "showcase.geojson", null, InputLimits.SITE);
        for (Plot plot : showcase.plots()) {
            if (!WINDOW.contains(plot.shape().geometry().getEnvelopeInternal())) continue;
            Plot alone = new Plot("1", plot.name(), plot.use(), null, plot.shape(), Map.of());
            keeping.keep(new ReviewRequest(plot.name(), showcase.crs(), List.of(alone), project, null, null));
        }
    }

    /** A county's package on its way: one patch is to go, which leaves a gap, so that it is to be mended. */
    private static void delivery(ConfigurableApplicationContext application) throws IOException {
        String hash = application.getBean(Baselines.class).resolve(null, null).layers().stream()
                .filter(layer -> layer.entry().code().equals("DLTB"))
                .map(layer -> Objects.requireNonNull(layer.snapshot()).hash())
                .findFirst()
                .orElseThrow();
        FileRef removed = application
                .getBean(org.cuntu.platform.files.Files.class)
                .keep(
                        new ByteArrayInputStream(patch(application, hash).getBytes(StandardCharsets.UTF_8)),
                        "removed.txt",
                        "text/plain");
        Submissions submissions = application.getBean(Submissions.class);
        Submissions.Order order = new Submissions.Order(
                "DLTB",
                COUNTY,
                Submission.Kind.INCREMENT,
                LocalDate.parse("2026-09-30"),
                null,
                "变更增量(虚构) Changes, invented",
                null,
                null,
                true,
                List.of(new Submissions.Given(
                        SubmissionFile.Role.REMOVED, removed.sha256(), "removed.txt", removed.size())));
        application
                .getBean(Accounts.class)
                .create(new Accounts.NewAccount(
                        "officer",
                        "officer",
                        "u",
                        List.of("data-officer"),
                        UUID.randomUUID().toString(),
                        true));
        Submission made = application.getBean(CurrentActor.class).as("officer", () -> submissions.create(order));
        while (submissions.find(made.id()).orElseThrow().state().isWorking()) Thread.onSpinWait();
    }

    /** The identifier of a patch of the county. */
    private static String patch(ConfigurableApplicationContext application, String hash) {
        try (SnapshotStore.Lease lease =
                application.getBean(SnapshotStore.class).open(hash)) {
            for (int patch = 0; patch < lease.snapshot().size(); patch++)
                if (String.valueOf(lease.snapshot().value(patch, "ZLDWDM")).startsWith(COUNTY))
                    return String.valueOf(lease.snapshot().value(patch, "BSM"));
        }
        throw new IllegalStateException("no patch of " + COUNTY);
    }

    private static void pack(Path home, Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target));
                Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                Path inside = home.relativize(path);
                if (!KEPT.contains(inside.getName(0).toString())) continue;
                zip.putNextEntry(new ZipEntry(inside.toString()));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
    }
}
