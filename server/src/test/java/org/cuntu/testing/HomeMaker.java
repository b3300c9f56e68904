package org.cuntu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.CuntuApplication;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
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
import org.cuntu.engine.layer.SnapshotWriter;
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
    private static final Set<String> KEPT = Set.of("db", "snapshots", "files");

    private HomeMaker() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath();
        Path home = Files.createTempDirectory("cuntu-home");
        try (ConfigurableApplicationContext application = CuntuApplication.builder(false)
                .run("--cuntu.home=" + home, "--cuntu.root=" + root, "--logging.threshold.console=off")) {
            fill(application, home, root);
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
