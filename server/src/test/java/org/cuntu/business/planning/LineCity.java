package org.cuntu.business.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Deliveries;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A small city of ten squares in a row: county west 450203 (places 0 to 4) and east 450206 (5 to 9). The urban boundary holds
 * places 0 and 1, basic farmland place 3; every place is paddy by the survey but 9, which is forest. A square is 11,2…m².
 */
abstract class LineCity {
    static final String BOUNDARY = "CZKFBJ";
    static final String FARMLAND = "YJJBNTBHTB";
    static final String WEST = "450203";
    static final String EAST = "450206";
    static final String CITY = "450200";
    static final LocalDate OLD = LocalDate.of(2025, 12, 31);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    Path folder;

    abstract TestApplication application();

    static TestApplication start(java.nio.file.Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, context -> {});
        person(started, "planner", "planner", "");
        person(started, "westplanner", "planner", WEST);
        person(started, "county", "line-county", WEST);
        person(started, "section", "line-section", "");
        person(started, "director", "line-director", "");
        return started;
    }

    private static void person(TestApplication application, String id, String role, String division) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", List.of(role), "Seven red tractors 7", true));
        application
                .jdbc()
                .sql("update role_grant set division = :division where account = :id")
                .param("division", division)
                .param("id", id)
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void anew() {
        for (String table : List.of(
                "planning_notice",
                "planning_step",
                "planning_file",
                "planning_round",
                "planning_proposal",
                "planning_target",
                "planning_target_draft",
                "layer_release"))
            application().jdbc().sql("delete from " + table).update();
        layer("XZQ", "XZQDM", places(10), place -> (place < 5 ? WEST : EAST) + "00" + place);
        layer("DLTB", "DLBM", places(10), place -> place == 9 ? "0301" : "0101");
        layer("PDT", "PDJB", places(10), place -> "1");
        layer("STBHHX", "BSM", List.of(8), place -> "H" + place);
        layer(FARMLAND, "BSM", List.of(3), place -> "F" + place);
        layer(BOUNDARY, "BSM", List.of(0, 1), place -> "B" + place);
    }

    private static List<Integer> places(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    /** A kept review of a site on one place, for a purpose. */
    void reviewed(String person, String name, int place, String purpose) {
        try {
            Path file = Files.writeString(
                    folder.resolve(name + ".geojson"),
                    Deliveries.geoJson("\"name\":\"" + name + "\"", Deliveries.square(place)));
            SiteFile site = SiteReader.read(file, file.getFileName().toString(), null, InputLimits.SITE);
            Project project = new Project("batch", purpose, "ordinary", null, List.of());
            List<Plot> plots = site.plots();
            as(person, () -> application()
                    .bean(ReviewKeeping.class)
                    .keep(new ReviewRequest(name, site.crs(), plots, project, null, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Value {
        String of(int place);
    }

    /** Every layer covers all ten places. */
    void layer(String code, String field, List<Integer> places, Value value) {
        LayerSchema schema = schema(code);
        Geometry ground = FACTORY.toGeometry(new Envelope(109.4, 109.41, 24.3, 24.301));
        List<Feature> features = new ArrayList<>();
        for (int place : places) {
            @Nullable Object[] values = new Object[schema.fields().size()];
            values[schema.indexOf(field)] = value.of(place);
            if (code.equals(BOUNDARY)) values[schema.indexOf("GHFQDM")] = "410";
            if (code.equals(FARMLAND)) values[schema.indexOf("DLBM")] = "0101";
            if (schema.indexOf("GDDB") >= 0) values[schema.indexOf("GDDB")] = (long) (place + 1);
            features.add(new Feature(Squares.square(place), Arrays.asList(values)));
        }
        application().bean(LayerImport.class).importFeatures(schema, features.stream(), ground, OLD, code, false);
    }

    LayerSchema schema(String layer) {
        return application()
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
    }

    Proposals proposals() {
        return application().bean(Proposals.class);
    }

    LineTargets targets() {
        return application().bean(LineTargets.class);
    }

    <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    void target(String layer, String division, String quantity) {
        as("section", () -> targets()
                .assign(new LineTargets.Order(layer, division, Area.parse(quantity), "T-1", OLD, OLD, true)));
    }

    /** Targets that a change of some squares does not break. */
    void wideTargets(String layer, String quantity) {
        for (String division : List.of(WEST, EAST, CITY)) target(layer, division, quantity);
    }

    LocalDate today() {
        return application().bean(org.cuntu.platform.home.CityClock.class).today();
    }

    static Proposals.Given plan() {
        return new Proposals.Given("DOCUMENT", "adjustment-plan", "0".repeat(64), "plan.pdf", 3);
    }

    static Proposals.Shapes in(int... places) {
        return new Proposals.Shapes(
                Arrays.stream(places)
                        .mapToObj(place -> new Proposals.MoveIn(
                                Squares.square(place), Map.of("GHFQDM", "410", "GHFQMC", "城镇集中建设区")))
                        .toList(),
                List.of(),
                List.of(),
                null);
    }

    static Proposals.Shapes out(int... places) {
        return new Proposals.Shapes(
                List.of(), Arrays.stream(places).mapToObj(Squares::square).toList(), List.of(), null);
    }

    Proposals.Order order(String layer, @Nullable String division, String ground, Proposals.Shapes shapes) {
        return new Proposals.Order(
                layer, division, "a change", ground, "because", today(), false, shapes, List.of(plan()));
    }

    Proposal proposed(String person, Proposals.Order order) {
        return settled(as(person, () -> proposals().create(order)));
    }

    /** Once no task works on it. */
    Proposal settled(Proposal proposal) {
        TestApplication.eventually(
                "a proposal settles", () -> !now(proposal).state().isWorking());
        return now(proposal);
    }

    Proposal now(Proposal proposal) {
        return as("section", () -> proposals().find(proposal.id()).orElseThrow());
    }

    ProposalFindings findings(Proposal proposal) {
        return proposals()
                .findFindings(proposal)
                .orElseThrow(
                        () -> new AssertionError(proposals().listSteps(proposal).toString()));
    }

    RuleAnswer answer(Proposal proposal, String rule) {
        return findings(proposal).answers().stream()
                .filter(answer -> answer.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** One line: the outcome and the area. */
    String said(Proposal proposal, String rule) {
        RuleAnswer answer = answer(proposal, rule);
        return answer.outcome() + (answer.area() == null ? "" : " " + answer.area());
    }

    /** F of squares together, rounded once. */
    static Area square(int... places) {
        double sum = Arrays.stream(places)
                .mapToDouble(place ->
                        org.cuntu.engine.overlay.Site.of(Squares.square(place)).integral())
                .sum();
        return Area.ofSquareMetres(sum);
    }

    /** Identifiers of a line in force at a day. */
    List<String> inForce(String layer, LocalDate day) {
        SnapshotRef version = application().bean(Baselines.class).resolve(day, null).layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .findFirst()
                .orElseThrow()
                .snapshot();
        if (version == null) return List.of();
        try (SnapshotStore.Lease lease = application().bean(SnapshotStore.class).open(version.hash())) {
            Snapshot snapshot = lease.snapshot();
            return IntStream.range(0, snapshot.size())
                    .mapToObj(i -> String.valueOf(snapshot.value(i, "BSM")))
                    .sorted()
                    .toList();
        }
    }
}
