package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.core.conformity.internal.RequestJson;
import org.cuntu.core.conformity.internal.ReviewInputs;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.Verdict;
import org.cuntu.demo.DemoCity;
import org.cuntu.demo.DemoLayer;
import org.cuntu.demo.DemoSize;
import org.cuntu.demo.SyntheticCity;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed showcase says of every site what the kernel, the city's rules and the small demo city say of it. */
class ShowcaseVerdictsTest {
    @TempDir
    static Path folder;

    private static SnapshotStore store;
    private static Baseline baseline;
    private static final Map<String, Snapshot> SNAPSHOTS = new HashMap<>();

    @BeforeAll
    static void demoCity() throws IOException {
        DemoCity city = SyntheticCity.make(DemoSize.SMALL, 1, (step, done, total) -> {});
        store = new FolderSnapshotStore(folder);
        List<Baseline.Layer> layers = new ArrayList<>();
        for (LayerEntry entry : TestRegister.CITY.listLayers()) layers.add(released(entry, city.layer(entry.code())));
        baseline = new Baseline(FlatGround.DAY, Instant.EPOCH, layers);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> eachSiteGetsTheAnswerAndTheVerdictThatItStates() throws IOException {
        Path file = Path.of(System.getProperty("cuntu.root", ".."), "demo", "showcase.geojson");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode site :
                JsonMapper.shared().readTree(Files.readString(file)).required("features"))
            tests.add(DynamicTest.dynamicTest(site.required("id").asString(), () -> check(site)));
        return tests.stream();
    }

    @Test
    void thereIsASiteForEachConclusion() throws IOException {
        Path file = Path.of(System.getProperty("cuntu.root", ".."), "demo", "showcase.geojson");
        List<Verdict> conclusions = new ArrayList<>();
        for (JsonNode site :
                JsonMapper.shared().readTree(Files.readString(file)).required("features"))
            conclusions.add(review(site).conclusion());

        assertThat(conclusions).contains(Verdict.PASS, Verdict.CONDITIONAL, Verdict.FAIL, Verdict.NOT_ANSWERED);
    }

    private static void check(JsonNode site) {
        JsonNode told = site.required("properties");
        ReviewResult review = review(site);
        LayerResult focus = review.findLayer(told.required("focus").asString()).orElseThrow();

        assertThat(focus.answer().name()).isEqualTo(told.required("answer").asString());
        String finding = told.required("finding").asString();
        assertThat(review.findings().stream()
                        .map(f -> f.verdict() + " " + f.rule().id()))
                .contains(finding);
        if (!finding.startsWith("FAIL")) assertThat(review.findings()).noneMatch(f -> f.verdict() == Verdict.FAIL);
    }

    private static ReviewResult review(JsonNode site) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.putArray("plots").addObject().set("geometry", site.required("geometry"));
        request.set("project", site.required("properties").required("project"));
        ReviewRequest read = RequestJson.read(request);
        return new ReviewKernel(new EngineCutter(), FlatGround.CLASSES)
                .review(ReviewInputs.of(
                        read.crs(),
                        read.plots(),
                        read.project(),
                        baseline,
                        SNAPSHOTS,
                        Rules.BOOK.inForce(FlatGround.DAY, read.project().appliedOn())));
    }

    private static Baseline.Layer released(LayerEntry of, DemoLayer layer) throws IOException {
        LayerEntry entry = new LayerEntry(
                layer.schema(),
                of.group(),
                of.zh(),
                of.en(),
                of.owner(),
                of.classification(),
                of.required(),
                of.freshness(),
                of.slivers());
        String hash;
        try (SnapshotWriter writer = SnapshotWriter.begin(
                        folder, layer.schema(), layer.coverage(), new SnapshotOrigin(true, layer.source()));
                Stream<Feature> features = layer.features()) {
            features.forEach(writer::add);
            hash = writer.finish();
        }
        SNAPSHOTS.put(entry.code(), store.open(hash).snapshot());
        SnapshotRef ref = new SnapshotRef(layer.code(), hash, layer.inForceFrom(), null, Instant.EPOCH, true, "");
        return new Baseline.Layer(entry, ref, null);
    }
}
