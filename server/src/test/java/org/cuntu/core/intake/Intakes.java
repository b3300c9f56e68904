package org.cuntu.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.Deliveries.feature;
import static org.cuntu.testing.Deliveries.square;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Deliveries;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A small city for submissions: two counties of five squares each, west 450203 (places 0 to 4) and east 450206 (5 to 9); the
 * layer of red lines; an officer of each county, a reviewer, a releaser.
 */
abstract class Intakes {
    static final String LAYER = "STBHHX";
    static final String WEST = "450203";
    static final String EAST = "450206";
    static final LocalDate OLD = LocalDate.of(2025, 12, 31);
    static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    abstract TestApplication application();

    static TestApplication start(Path home, boolean onPostgres, List<String> settings) {
        return start(home, onPostgres, settings, Intakes::checks);
    }

    /** With the checks that the city has. */
    static TestApplication startChecked(Path home, boolean onPostgres, List<String> settings) {
        return start(home, onPostgres, settings, context -> {});
    }

    private static TestApplication start(
            Path home, boolean onPostgres, List<String> settings, Consumer<GenericApplicationContext> beans) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, beans);
        person(started, "west", "data-officer", WEST);
        person(started, "east", "data-officer", EAST);
        person(started, "city", "data-officer", "");
        person(started, "reviewer", "data-manager", "");
        person(started, "releaser", "data-releaser", "");
        return started;
    }

    private static void checks(GenericApplicationContext context) {
        context.registerBean(
                "fakeChecks",
                LayerChecks.class,
                () -> new FakeChecks(
                        context.getBeanProvider(SnapshotStore.class), context.getBeanProvider(CityClock.class)),
                bean -> bean.setPrimary(true));
    }

    private static void person(TestApplication application, String id, String role, String division) {
        if (application.bean(Accounts.class).findName(id).isPresent()) return;
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

    /** Only the townships of the two counties are in force. */
    void onlyTownships() {
        application().jdbc().sql("delete from layer_release").update();
        LayerSchema register = schema("XZQ");
        LayerSchema given = new LayerSchema(
                "XZQ",
                register.kind(),
                List.of(
                        register.fields().get(register.indexOf("XZQDM")),
                        register.fields().get(register.indexOf("XZQMC"))),
                null,
                null);
        List<Feature> townships = IntStream.range(0, 10)
                .mapToObj(place ->
                        Feature.of(Squares.square(place), (place < 5 ? WEST : EAST) + "00" + place, "t" + place))
                .toList();
        var ground = townships.stream()
                .map(Feature::geometry)
                .reduce((a, b) -> a.union(b))
                .orElseThrow();
        application()
                .bean(LayerImport.class)
                .importFeatures(given, townships.stream(), ground, LocalDate.of(2020, 1, 1), "townships", false);
    }

    LayerSchema schema(String layer) {
        return application()
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
    }

    Submissions submissions() {
        return application().bean(Submissions.class);
    }

    <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    /** A red line of a county on a place, with a name. */
    static String line(String bsm, String county, int place, String name) {
        return feature("\"BSM\":\"%s\",\"XJXZQDM\":\"%s\",\"HXMC\":\"%s\"".formatted(bsm, county, name), square(place));
    }

    Given file(Role role, String... features) {
        return kept(role, role.name().toLowerCase(java.util.Locale.ROOT) + ".geojson", Deliveries.collection(features));
    }

    Given kept(Role role, String name, String content) {
        try {
            FileRef kept = application()
                    .bean(Files.class)
                    .keep(new ByteArrayInputStream(content.getBytes(UTF_8)), name, "application/octet-stream");
            return new Given(role, kept.sha256(), name, kept.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Submissions.Order order(Kind kind, @Nullable String division, LocalDate from, Given... files) {
        return new Submissions.Order(
                LAYER, division, kind, from, null, "delivery", null, null, false, Arrays.asList(files));
    }

    Submission submit(String person, Submissions.Order order) {
        return settled(as(person, () -> submissions().create(order)));
    }

    /** Once no task works on it. */
    Submission settled(Submission submission) {
        TestApplication.eventually(
                "a submission settles", () -> !now(submission).state().isWorking());
        return now(submission);
    }

    Submission now(Submission submission) {
        return as("reviewer", () -> submissions().find(submission.id()).orElseThrow());
    }

    /** The rest of the way by two others. */
    Submission released(Submission submission) {
        assertThat(submission.state())
                .as("%s", submissions().listSteps(submission))
                .isEqualTo(State.REVIEWING);
        as("reviewer", () -> submissions().review(submission.id(), "sound"));
        return settled(as("releaser", () -> submissions().release(submission.id(), "go")));
    }

    SubmissionRound round(Submission submission) {
        return submissions().listRounds(submission).getLast();
    }

    SubmissionStep lastStep(Submission submission) {
        return submissions().listSteps(submission).getLast();
    }

    Releases releases() {
        return application().bean(Releases.class);
    }

    /** The features in force at a day, as known at K: identifier and name, sorted. */
    List<String> inForce(LocalDate day, @Nullable String known) {
        SnapshotRef version = application().bean(Baselines.class).resolve(day, known).layers().stream()
                .filter(layer -> layer.entry().code().equals(LAYER))
                .findFirst()
                .orElseThrow()
                .snapshot();
        return version == null ? List.of() : features(version.hash());
    }

    List<String> features(String hash) {
        try (SnapshotStore.Lease lease = application().bean(SnapshotStore.class).open(hash)) {
            Snapshot snapshot = lease.snapshot();
            return IntStream.range(0, snapshot.size())
                    .mapToObj(i -> snapshot.value(i, "BSM") + " " + snapshot.value(i, "HXMC"))
                    .sorted()
                    .toList();
        }
    }
}
