package org.cuntu.core.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.internal.BpmnCheck;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small city of ten squares in a row, all in county 450206: basic farmland in places 3 and 4, forest elsewhere. One person for each
 * step of a case, by role and unit; one citizen.
 */
abstract class CaseCity {
    static final String COUNTY = "450206";
    static final LocalDate OLD = LocalDate.of(2025, 12, 31);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    abstract TestApplication application();

    static TestApplication start(Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, context -> {
            context.registerBean("testMatters", Matters.class, HouseMatter::new, bean -> bean.setPrimary(true));
            context.registerBean("testIssuer", ResultIssuer.class, TestIssuer::new);
            context.registerBean("testShared", TestShared.class, TestShared::new);
            // the process of the house here is not drawn, as a matter's must be
            context.registerBean("lenient", BpmnCheck.class, () -> matter -> {}, bean -> bean.setPrimary(true));
        });
        person(started, "window", "c450206", "case-window");
        person(started, "officer", "c450206", "case-officer");
        person(started, "cropland", "cropland", "case-joint");
        person(started, "geohazard", "geohazards", "case-joint");
        person(started, "head", "c450206", "case-head");
        person(started, "director", "c450206", "case-director");
        person(started, "issuer", "c450206", "case-issuer");
        person(started, "supervisor", "office", "case-supervisor");
        person(started, "both", "c450206", "case-window", "case-officer");
        person(started, "elsewhere", "c450203", "case-officer");
        person(started, "citizen", null, "citizen");
        person(started, "neighbour", null, "citizen");
        return started;
    }

    static void person(TestApplication application, String id, @Nullable String unit, String... roles) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", List.of(roles), "Seven red tractors 7", true));
        if (unit == null) return;
        application
                .jdbc()
                .sql("""
                        insert into post_holding (id, account, unit, post, valid_from, made_by, made_at)
                        values (:id, :account, :unit, 'officer', :from, 'local', current_timestamp)""")
                .param("id", UUID.randomUUID())
                .param("account", id)
                .param("unit", unit)
                .param("from", OLD)
                .update();
    }

    void ground() {
        layer("XZQ", "XZQDM", IntStream.range(0, 10).boxed().toList(), COUNTY);
        layer("DLTB", "DLBM", IntStream.range(0, 10).boxed().toList(), "0301");
        layer("YJJBNTBHTB", "BSM", List.of(3, 4), "F");
        layer("STBHHX", "BSM", List.of(9), "H");
        layer("CZKFBJ", "BSM", List.of(0), "B");
        layer("PDT", "PDJB", IntStream.range(0, 10).boxed().toList(), "1");
    }

    /** Every layer covers all ten places. */
    void layer(String code, String field, List<Integer> places, String value) {
        layer(code, field, places, value, OLD);
    }

    void layer(String code, String field, List<Integer> places, String value, LocalDate from) {
        LayerSchema schema = application()
                .bean(LayerRegister.class)
                .findLayer(code)
                .orElseThrow()
                .schema();
        Geometry ground = FACTORY.toGeometry(new Envelope(109.4, 109.41, 24.3, 24.301));
        List<Feature> features = new ArrayList<>();
        for (int place : places) {
            @Nullable Object[] values = new Object[schema.fields().size()];
            boolean numbered = value.length() != 4 && !field.equals("PDJB");
            values[schema.indexOf(field)] = numbered ? value + (code.equals("XZQ") ? "00" : "") + place : value;
            if (code.equals("CZKFBJ")) values[schema.indexOf("GHFQDM")] = "410";
            if (code.equals("YJJBNTBHTB")) values[schema.indexOf("DLBM")] = "0101";
            features.add(new Feature(Squares.square(place), Arrays.asList(values)));
        }
        application().bean(LayerImport.class).importFeatures(schema, features.stream(), ground, from, code, false);
    }

    Cases cases() {
        return application().bean(Cases.class);
    }

    <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    LocalDate today() {
        return application().bean(CityClock.class).today();
    }

    static Applicant citizen() {
        return new Applicant("natural", "韦某", "450200199001010011", "13800000000", "citizen");
    }

    static String site(int... places) {
        List<String> features = new ArrayList<>();
        for (int place : places) {
            double west = (109_400 + place) / 1000.0;
            double east = (109_401 + place) / 1000.0;
            features.add("""
                    {"type":"Feature","properties":{"number":"%d"},"geometry":{"type":"Polygon","coordinates":[[[%s,24.3],[%s,24.3],[%s,24.301],[%s,24.301],[%s,24.3]]]}}""".formatted(place, west, east, east, west, west));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    FileRef file(String text) {
        try {
            return application()
                    .bean(Files.class)
                    .keep(
                            new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            "a.pdf",
                            "application/pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CaseFile draft(String matter, @Nullable UUID parent) {
        return as(
                "citizen", () -> cases().draft(new Cases.Order(matter, citizen(), CaseFile.Origin.NEW, null, parent)));
    }

    /** A draft with form, site and all materials. */
    CaseFile filled(@Nullable UUID parent, int... places) {
        CaseFile draft = draft(HouseMatter.HOUSE, parent);
        return as("citizen", () -> {
            cases().save(draft.id(), new Cases.Content("韦某建房", null, Map.of("members", 3), site(places)));
            cases().put(draft.id(), "id-card", file("card"), "card.pdf");
            return cases().put(draft.id(), "village", file("village"), "village.pdf");
        });
    }

    CaseFile submitted(int... places) {
        CaseFile filled = filled(null, places);
        return as("citizen", () -> cases().submit(filled.id()));
    }

    CaseFile now(CaseFile file) {
        return cases().get(file.id());
    }

    /** The open step of this id. */
    CaseTask open(CaseFile file, String step) {
        return now(file).open().stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open step " + step + " of " + steps(file)));
    }

    List<String> steps(CaseFile file) {
        return now(file).open().stream().map(CaseTask::step).sorted().toList();
    }

    void until(CaseFile file, String... steps) {
        TestApplication.eventually(
                "open: " + String.join(", ", steps), () -> steps(file).equals(List.of(steps)));
    }

    CaseFile act(String person, CaseFile file, String step, Conclusion conclusion) {
        return act(person, file, step, conclusion, conclusion + " 意见", null);
    }

    CaseFile act(
            String person, CaseFile file, String step, Conclusion conclusion, String words, @Nullable String back) {
        CaseTask task = open(file, step);
        return as(person, () -> cases().act(file.id(), new Cases.Act(task.id(), conclusion, words, back, List.of())));
    }

    CaseFile accepted(int... places) {
        CaseFile file = submitted(places);
        act("window", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
        return now(file);
    }

    /** Up to the decision, everybody agreeing. */
    CaseFile checked(int... places) {
        CaseFile file = accepted(places);
        act("officer", file, "examine", Conclusion.AGREE);
        until(file, "join-cropland", "join-geohazard");
        act("cropland", file, "join-cropland", Conclusion.AGREE);
        act("geohazard", file, "join-geohazard", Conclusion.AGREE);
        until(file, "check");
        act("head", file, "check", Conclusion.AGREE);
        until(file, "decide");
        return now(file);
    }

    static String code(Throwable thrown) {
        return switch (thrown) {
            case ProblemAnswer answer -> answer.problem().code();
            case InputRefused refused -> refused.problems().getFirst().code();
            default -> thrown.toString();
        };
    }

    /** Knows everybody's household but those of {@link #UNKNOWN}; the form may name another number than the usual one. */
    static final class TestShared implements SharedMaterials {
        static final String USUAL = "户字第1号";
        static final String UNKNOWN = "新户建房";
        private final Map<String, Shared> ended = new ConcurrentHashMap<>();

        void end(String number, Standing standing, LocalDate since) {
            ended.put(number, shared(number, standing, since));
        }

        private static Shared shared(String number, Standing standing, @Nullable LocalDate since) {
            Words title = new Words("户口", "Household");
            return new Shared(
                    "certificate", "id " + number, number, title, OLD, since, null, "5".repeat(64), standing, since);
        }

        @Override
        public List<Shared> list(CaseFile file, MaterialNeed need) {
            if (!need.id().equals("household") || file.name().equals(UNKNOWN)) return List.of();
            String named =
                    JsonMapper.shared().readTree(file.form()).path("basis").asString(USUAL);
            return List.of(ended.getOrDefault(named, shared(named, Standing.IN_FORCE, null)));
        }
    }

    /** Gives numbers; no paper. */
    static final class TestIssuer implements ResultIssuer {
        private int issued;

        @Override
        public String kind() {
            return HouseMatter.RESULT;
        }

        @Override
        public String issue(CaseFile decided, Matter matter) {
            return "测字第" + ++issued + "号 " + decided.number();
        }

        @Override
        public void check(CaseFile applied, Matter matter) {}
    }
}
