package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.cuntu.CuntuApplication;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.witness.JtsWitness;
import org.cuntu.witness.PostgisWitness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reviews in the demo city against both witnesses of contracts 3: the real plot of Guangdong moved to X 2 698 000,
 * Y 36 645 000 (zone 36), and a thousand random sites; every layer in force, every piece.
 */
@Tag("postgres")
class DemoReviewWitnessPostgresTest {
    private static final long SEED = 20261125;
    private static final int SITES = 1000;

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void demoCity() {
        assertThat(Command.run("demo", "--prepare", "--home", home.toString()).exit())
                .isEqualTo(Exit.DONE);
        application = CuntuApplication.builder(false)
                .run("--cuntu.home=" + home, "--cuntu.root=" + Cli.root(), "--logging.threshold.console=off");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void thePlotMovedToZone36GetsFindingsWhoseAreasBothWitnessesConfirm() throws SQLException {
        Path file = Cli.root().resolve("testdata/plot-txt/44120000105-zone-36.txt");
        SiteFile plot = SiteReader.read(file, "moved.txt", null, InputLimits.SITE);
        Project project = new Project("batch", "1001", "ordinary", null, List.of());
        JsonNode review = JsonMapper.shared()
                .valueToTree(application
                        .getBean(Reviews.class)
                        .live(
                                new ReviewRequest("", plot.crs(), plot.plots(), project, null, null),
                                false,
                                Locale.ENGLISH));
        Geometry site = plot.plots().getFirst().shape().toGeodetic().geometry();
        Map<String, Map<Integer, double[]>> seen = seen(site);
        double legal = review.at("/site/legalArea").asDouble() / JtsWitness.integral(site);

        assertThat(review.path("conclusion").asString()).isEqualTo("FAIL");
        assertThat(legal).isCloseTo(1, Offset.offset(1e-5));
        int compared = 0;
        for (JsonNode layer : review.path("layers"))
            for (JsonNode leaf : layer.path("leaves")) {
                if (!leaf.path("kind").asString().equals("piece")) continue;
                double[] witnesses = seen.get(layer.path("layer").asString())
                        .get(leaf.path("feature").asInt());
                for (double area : witnesses)
                    assertThat(leaf.path("area").asDouble())
                            .as("%s %s", layer.path("layer"), leaf)
                            .isCloseTo(area * legal, Offset.offset(0.0101));
                compared++;
            }
        assertThat(compared).isGreaterThan(10);
        for (JsonNode finding : review.path("findings"))
            assertThat(piecesOf(finding)).isEqualTo(cents(finding.path("area")));
    }

    private static long piecesOf(JsonNode finding) {
        long sum = 0;
        for (JsonNode piece : finding.path("pieces")) sum += cents(piece.path("area"));
        return sum;
    }

    private static long cents(JsonNode area) {
        return Long.parseLong(area.asString().replace(".", ""));
    }

    /** By layer and feature: what PostGIS and JTS say, m². */
    private static Map<String, Map<Integer, double[]>> seen(Geometry site) throws SQLException {
        Map<String, Map<Integer, double[]>> all = new HashMap<>();
        try (PostgisWitness postgis = PostgisWitness.open("plot")) {
            postgis.sites(List.of(site));
            for (Baseline.Layer layer : layers())
                try (SnapshotStore.Lease lease = open(layer)) {
                    Snapshot snapshot = lease.snapshot();
                    postgis.layer(snapshot);
                    Map<Integer, double[]> pieces = new HashMap<>();
                    postgis.pieces()
                            .getOrDefault(0, Map.of())
                            .forEach((feature, area) -> pieces.put(
                                    feature, new double[] {area, JtsWitness.common(site, snapshot.geometry(feature))}));
                    all.put(layer.entry().code(), pieces);
                }
        }
        return all;
    }

    @Test
    void aThousandRandomSitesAgreeOnEveryLayer() throws SQLException {
        List<Geometry> sites = sites();
        long pairs = 0;
        try (PostgisWitness postgis = PostgisWitness.open("city")) {
            postgis.sites(sites);
            for (Baseline.Layer layer : layers())
                try (SnapshotStore.Lease lease = open(layer)) {
                    postgis.layer(lease.snapshot());
                    pairs += compare(layer.entry().code(), sites, lease.snapshot(), postgis.pieces());
                }
        }
        assertThat(pairs).isGreaterThan(10_000);
    }

    private static long compare(
            String layer, List<Geometry> sites, Snapshot snapshot, Map<Integer, Map<Integer, Double>> postgis) {
        long pairs = 0;
        for (int s = 0; s < sites.size(); s++) {
            Map<Integer, Double> ours = new HashMap<>();
            for (var piece : SiteOverlay.cut(Site.of(sites.get(s)), snapshot).pieces())
                ours.put(piece.feature(), piece.integral());
            for (var piece : postgis.getOrDefault(s, Map.of()).entrySet()) {
                double area = piece.getValue();
                assertThat(ours.getOrDefault(piece.getKey(), 0.0))
                        .as("%s, site %d, feature %d against PostGIS, seed %d", layer, s, piece.getKey(), SEED)
                        .isCloseTo(area, Offset.offset(1e-8 * area + 1e-4));
            }
            for (var piece : ours.entrySet()) {
                double area = JtsWitness.common(sites.get(s), snapshot.geometry(piece.getKey()));
                assertThat(piece.getValue())
                        .as("%s, site %d, feature %d against JTS, seed %d", layer, s, piece.getKey(), SEED)
                        .isCloseTo(area, Offset.offset(1e-9 * area + 2e-6));
                pairs++;
            }
        }
        return pairs;
    }

    private static List<Baseline.Layer> layers() {
        return application.getBean(Baselines.class).resolve(null, null).layers();
    }

    private static SnapshotStore.Lease open(Baseline.Layer layer) {
        return application.getBean(SnapshotStore.class).open(layer.snapshot().hash());
    }

    /** Star-shaped sites of 5 to 40 corners, 0.1 ha to 3 km², about the town, where all layers are. */
    private static List<Geometry> sites() {
        SplittableRandom random = new SplittableRandom(SEED);
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> sites = new ArrayList<>();
        while (sites.size() < SITES) {
            int n = 5 + random.nextInt(36);
            double x = 109.25 + 0.35 * random.nextDouble();
            double y = 24.25 + 0.2 * random.nextDouble();
            double radius = 0.0002 * StrictMath.pow(50, random.nextDouble());
            Coordinate[] ring = new Coordinate[n + 1];
            for (int k = 0; k < n; k++) {
                double angle = 2 * StrictMath.PI * (k + 0.8 * random.nextDouble()) / n;
                double d = radius * (0.4 + 0.6 * random.nextDouble());
                ring[k] = new Coordinate(x + d * StrictMath.cos(angle), y + d * StrictMath.sin(angle));
            }
            ring[n] = ring[0].copy();
            Geometry site = factory.createPolygon(ring);
            if (site.isValid()) sites.add(site);
        }
        return sites;
    }
}
