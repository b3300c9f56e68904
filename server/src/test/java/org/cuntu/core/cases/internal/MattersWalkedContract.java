package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.Permits;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Each example of each matter of the city, and of a fifth one that is only a folder more, walked through the running cases. */
abstract class MattersWalkedContract {
    private static final LocalDate OLD = LocalDate.of(2025, 12, 31);
    private static final Geometry GROUND = new GeometryFactory().toGeometry(new Envelope(109.29, 109.32, 24.17, 24.19));
    /** A plot of an approved detailed plan, for industry, beside the ground of the houses. */
    private static final Map<String, Object> PLOT = Map.ofEntries(
            Map.entry("DYBH", "U1"),
            Map.entry("DKBH", "P1"),
            Map.entry("GHZT", "已批"),
            Map.entry("YDYHFLDM", "1001"),
            Map.entry("RJLYSF", "<="),
            Map.entry("RJL", new BigDecimal("1.6")),
            Map.entry("JZMDYSF", "<="),
            Map.entry("JZMD", new BigDecimal("55")),
            Map.entry("LDLYSF", ">="),
            Map.entry("LDL", new BigDecimal("15")),
            Map.entry("JZXGYSF", "<="),
            Map.entry("JZXG", new BigDecimal("40")));

    private static final Geometry PLOT_GROUND =
            new GeometryFactory().toGeometry(new Envelope(109.31, 109.313, 24.184, 24.187));
    /** Another folder, made of one of the city's in a moment. */
    private static final String FIFTH = "village-shop";

    abstract TestApplication application();

    private final Set<String> persons = new HashSet<>();

    static List<String> examples() throws IOException {
        Path folder = TestApplication.root().resolve("city/liuzhou/matters");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> all =
                    new ArrayList<>(files.map(path -> folder.relativize(path).toString())
                            .filter(path -> path.contains("/examples/") && path.endsWith(".yaml"))
                            .sorted()
                            .toList());
            all.add(FIFTH + "/examples/happy-way.yaml");
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleEndsAsItSays(String path) {
        String code = path.substring(0, path.indexOf('/'));
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
        List<org.cuntu.engine.problem.Problem> problems = new ArrayList<>();
        MatterFolder folder = MatterFolder.read(
                application().bean(CityFolder.class).file("matters").resolve(code), problems);
        Matter matter = application().bean(Matters.class).find(code).orElseThrow();
        MatterExample example = example(folder, name);

        CaseFile ended = new MatterWalk(application(), this::person, "walker", this::happyWay).walk(matter, example);

        assertThat(problems).isEmpty();
        assertThat(ended.state()).hasToString(example.acts().getLast().state());
        assertThat(application().bean(Processes.class).draw(ended.id(), matter).nodes())
                .isNotEmpty();
    }

    /** From one case's certificate to another case that stands on it. */
    @Test
    void whoStandsOnAnOpinionThatIsRevokedIsToldAndNotAccepted() {
        Matter matter =
                application().bean(Matters.class).find("site-preexamination").orElseThrow();
        CaseFile first = new MatterWalk(application(), this::person, "walker", this::happyWay)
                .walk(matter, happyWay("site-preexamination"));
        Permits permits = application().bean(Permits.class);
        Permit permit = permits.ofCase(first.id()).orElseThrow();
        CaseFile later = as("walker", () -> standingOn(first.applicant(), permit.number()));
        assertThat(application().bean(Cases.class).listMaterials(later.id()))
                .filteredOn(each -> each.state() == CaseMaterial.State.SHARED)
                .extracting(each -> String.valueOf(each.found().number()))
                .containsExactly(permit.number());

        account("keeper", "certificate-officer");
        account("chief", "certificate-head");
        UUID ending = as("keeper", () -> permits.propose(permit.id(), Permit.Act.REVOKE, "fraud", "why"))
                .id();
        as("chief", () -> permits.decide(ending, true, ""));

        TestApplication.eventually(
                "the applicant of the later case is told", () -> told(later).contains("basis-ended"));
        assertThat(told(first)).containsOnlyOnce("permit-ended");
        MatterStep accept = application()
                .bean(Matters.class)
                .find("land-use-permit")
                .orElseThrow()
                .step("accept");
        Cases.Act act = new Cases.Act(later.open().getFirst().id(), MatterStep.Conclusion.ACCEPT, "", null, List.of());
        assertThatThrownBy(() -> as(
                        person("case-window", accept),
                        () -> application().bean(Cases.class).act(later.id(), act)))
                .isInstanceOfSatisfying(ProblemAnswer.class, answer -> {
                    assertThat(answer.problem().code()).isEqualTo("cases.material-lapsed");
                    assertThat(answer.problem().args()).containsEntry("number", permit.number());
                });
    }

    private CaseFile standingOn(Applicant applicant, String number) {
        Cases cases = application().bean(Cases.class);
        Matter matter =
                application().bean(Matters.class).find("land-use-permit").orElseThrow();
        MatterExample example = happyWay("land-use-permit");
        Map<String, Object> form = Map.of(
                "acquisition", "allocation",
                "inPack", false,
                "preexaminationNumber", number,
                "conditionsNumber", "P-1",
                "use", "1001",
                "size", "20000 m²");
        UUID id = cases.draft(new Cases.Order(matter.code(), applicant, CaseFile.Origin.NEW, null, null))
                .id();
        cases.save(id, new Cases.Content("another", example.division(), form, example.site()));
        for (MaterialNeed need : matter.materials()) {
            boolean given =
                    need.source() == MaterialNeed.Source.SITE || need.id().equals("preexamination");
            if (given || !application().bean(MatterDecisions.class).isNeeded(matter, need, form)) continue;
            cases.put(id, need.id(), MatterWalk.file(application(), need), need.id() + ".pdf");
        }
        return cases.submit(id);
    }

    private List<String> told(CaseFile file) {
        return as("walker", () -> application().bean(Notices.class).listOwn(1000)).stream()
                .filter(notice -> notice.object().equals(file.id().toString()))
                .map(Notice::kind)
                .toList();
    }

    private <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    private void account(String id, String role) {
        application()
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", List.of(role), "Seven red tractors 7", true));
    }

    private MatterExample happyWay(String code) {
        MatterFolder folder = MatterFolder.read(
                application().bean(CityFolder.class).file("matters").resolve(code), new ArrayList<>());
        return example(folder, "happy-way");
    }

    private static MatterExample example(MatterFolder folder, String name) {
        return MatterExample.list(folder).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** On a copy of the city with one folder more. */
    static TestApplication open(Path folder, boolean onPostgres, List<String> settings) throws IOException {
        Path city = folder.resolve("city");
        HostileMattersTest.copy(TestApplication.root().resolve("city/liuzhou"), city);
        HostileMattersTest.copy(city.resolve("matters/rural-house"), city.resolve("matters/" + FIFTH));
        Path yaml = city.resolve("matters/" + FIFTH + "/matter.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("code: rural-house", "code: " + FIFTH)
                        .replace("shortName: 乡字", "shortName: 乡店"));
        List<String> all = new ArrayList<>(settings);
        all.add("cuntu.city=" + city);
        TestApplication started = TestApplication.startWith(folder.resolve("home"), onPostgres, all, context -> {});
        started.bean(Accounts.class)
                .create(new Accounts.NewAccount(
                        "walker", "walker", "u", List.of("citizen"), "Seven red tractors 7", true));
        return started;
    }

    void ground() {
        layer("XZQ", Map.of("XZQDM", "450206102"));
        layer("DLTB", Map.of("DLBM", "0301"));
        layer("CZKFBJ", Map.of("GHFQDM", "410"));
        layer("PDT", Map.of("PDJB", "1"));
        layer("KGDK", PLOT, PLOT_GROUND);
        for (String none : List.of("YJJBNTBHTB", "STBHHX", "CSSX", "LSWHBHX", "HLFXKZX", "DZZHFXQ")) layer(none, null);
    }

    /** @param values of the one feature on the ground; null: the layer is there and empty */
    private void layer(String code, @Nullable Map<String, Object> values) {
        layer(code, values, GROUND);
    }

    private void layer(String code, @Nullable Map<String, Object> values, Geometry on) {
        LayerSchema schema = application()
                .bean(LayerRegister.class)
                .findLayer(code)
                .orElseThrow()
                .schema();
        List<Feature> features = new ArrayList<>();
        if (values != null) {
            @Nullable Object[] row = new Object[schema.fields().size()];
            values.forEach((field, value) -> row[schema.indexOf(field)] = value);
            features.add(new Feature(on, Arrays.asList(row)));
        }
        application().bean(LayerImport.class).importFeatures(schema, features.stream(), GROUND, OLD, code, false);
    }

    /** One person for each role and unit, so that who accepts is never who decides. */
    private String person(String role, MatterStep step) {
        String unit =
                switch (String.valueOf(step.unit())) {
                    case "county" -> "c450206";
                    case "township" -> "t450206102";
                    case "null" -> null;
                    default -> step.unit();
                };
        String id = role + "-" + unit;
        if (!persons.add(id) || application().bean(Accounts.class).find(id).isPresent()) return id;
        application()
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", List.of(role), "Seven red tractors 7", true));
        if (unit != null)
            application()
                    .jdbc()
                    .sql("""
                        insert into post_holding (id, account, unit, post, valid_from, made_by, made_at)
                        values (:id, :account, :unit, 'officer', :from, 'local', current_timestamp)\
                        """)
                    .param("id", UUID.randomUUID())
                    .param("account", id)
                    .param("unit", unit)
                    .param("from", OLD)
                    .update();
        return id;
    }
}
