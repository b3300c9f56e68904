package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cuntu.testing.Deliveries.collection;
import static org.cuntu.testing.Deliveries.feature;
import static org.cuntu.testing.Deliveries.square;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cuntu.core.onemap.LayerExport.ExportFile;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Three red lines, each a square of its own place, go out as they came in: all, or those that are asked for. */
abstract class LayerExportContract extends Imports {
    private static final String LAYER = "STBHHX";

    private final LayerExport exports = application.bean(LayerExport.class);

    @BeforeEach
    void threeSquares() throws Exception {
        String file = collection(line("天平山", "12.50", 1), line("大瑶山", "7", 2), line("元宝山", "12.5", 3));
        done(order(file, "a.geojson", LAYER, "features"));
    }

    private static String line(String name, String area, int place) {
        return feature("\"HXMC\":\"" + name + "\",\"MJ\":\"" + area + "\",\"BSM\":\"B" + place + "\"", square(place));
    }

    @ParameterizedTest
    @EnumSource(names = {"GPKG", "SHP", "GEOJSON", "FGB", "CSV"})
    void aLayerReadsBackWithItsNames(FileFormat format) throws Exception {
        assertThat(names(exported(wanted(format)))).containsExactlyInAnyOrder("天平山", "大瑶山", "元宝山");
    }

    @Test
    void aWorkbookAndPlotsAreMadeToo() throws Exception {
        assertThat(java.nio.file.Files.size(exported(wanted(FileFormat.XLSX)).path()))
                .isGreaterThan(1_000);
        String plots = java.nio.file.Files.readString(
                exported(wanted(FileFormat.TXT)).path(), java.nio.charset.Charset.forName("GB18030"));
        assertThat(plots).contains("[地块坐标]", "B1,");
    }

    @Test
    void theSystemIsTheOneThatIsAskedFor() throws Exception {
        Crs zone = Crs.zone(36, 3, true);
        ExportFile file = exported(order(FileFormat.GEOJSON, "EPSG:4524", List.of(), null, null));
        try (FeatureReader reader =
                FeatureReader.open(file.path(), file.name(), null, InputLimits.LAYER, application.home())) {
            assertThat(reader.crs()).isEqualTo(zone);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HXMC=天平山;天平山",
                "HXMC=天*;天平山",
                "HXMC=天平山 | HXMC=大瑶山;天平山 大瑶山",
                "HXMC=天平山 | MJ=7;''",
                "MJ=12.5;天平山 元宝山",
                "hxmc=大瑶山;大瑶山",
                "LHLX=;天平山 大瑶山 元宝山"
            })
    void conditionsChoose(String where, String expected) throws Exception {
        ExportFile file = exported(order(FileFormat.CSV, null, List.of(where.split(" \\| ")), null, null));
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        String text = java.nio.file.Files.readString(file.path());
        assertThat(text.lines().count()).isEqualTo(names.size() + 1L);
        assertThat(names).allSatisfy(name -> assertThat(text).contains(name));
    }

    @Test
    void aSiteAndABoxChooseByGround() throws Exception {
        String site = application
                .bean(Files.class)
                .keep(
                        new ByteArrayInputStream(
                                collection(feature("\"DKBH\":\"1\"", square(2))).getBytes(StandardCharsets.UTF_8)),
                        "site.geojson",
                        "application/geo+json")
                .sha256();
        assertThat(names(exported(order(FileFormat.GPKG, null, List.of(), site, null))))
                .containsExactly("大瑶山");
        // inside of square 1 alone
        double[] box = {109.4012, 24.3002, 109.4014, 24.3004};
        assertThat(names(exported(order(FileFormat.GPKG, null, List.of(), null, box))))
                .containsExactly("天平山");
    }

    @Test
    void theProofLogHoldsOneEntryWithCountAreaAndHash() throws Exception {
        TaskView view = ended(wanted(FileFormat.GPKG));
        String object =
                "STBHHX gpkg " + releases.listReleases(LAYER).getFirst().hash().substring(0, 20) + " 3 features "
                        + view.result().get("area") + " m2";
        assertThat(application
                        .jdbc()
                        .sql("select count(*) from proof_entry where act = 'onemap:layer:export' and object = :object")
                        .param("object", object)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NOFIELD=1,onemap.export-field",
        "HXMC,onemap.export-field",
        "MJ=many,onemap.export-value",
        "MJ=1e999999999,onemap.export-value"
    })
    void whatCannotBeAskedIsRefusedAtOnce(String condition, String code) {
        InputRefused refused = catchThrowableOfType(
                InputRefused.class, () -> exports.submit(order(FileFormat.GPKG, null, List.of(condition), null, null)));
        assertThat(refused.problems().getFirst().code()).isEqualTo(code);
    }

    @Test
    void aLayerWithoutAVersionIsRefused() {
        nothingReleased();
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> exports.submit(wanted(FileFormat.GPKG)));
        assertThat(refused.problems().getFirst().code()).isEqualTo("onemap.export-no-version");
    }

    @Test
    void whatNobodyFetchedInADayIsGoneAtTheNextExport() throws Exception {
        ExportFile first = exported(wanted(FileFormat.CSV));
        java.nio.file.Files.setLastModifiedTime(
                first.path(),
                java.nio.file.attribute.FileTime.from(application
                        .bean(org.cuntu.platform.home.CityClock.class)
                        .now()
                        .minus(Duration.ofHours(25))));
        exported(wanted(FileFormat.CSV));
        assertThat(first.path()).doesNotExist();
    }

    /** Two counties, of the squares 1 and 2; a line of the second lies in the ground of the first, a third says no county. */
    @Test
    void whoseRightHoldsInACountyTakesAwayItsFeaturesWholeAndNoOthers() throws Exception {
        nothingReleased();
        done(order(
                collection(
                        feature("\"XZQDM\":\"450203001\",\"XZQMC\":\"一\"", square(1)),
                        feature("\"XZQDM\":\"450206001\",\"XZQMC\":\"二\"", square(2))),
                "x.geojson",
                "XZQ",
                null));
        done(order(
                collection(
                        ofCounty("本县", "450203", 1),
                        ofCounty("飞地", "450206", 1),
                        line("无代码", "1", 1),
                        line("邻县", "1", 2)),
                "a.geojson",
                LAYER,
                "features"));

        LayerExport.Order wanted = wanted(FileFormat.GEOJSON);
        TaskId task = application.bean(CurrentActor.class).as(county("450203"), () -> exports.submit(wanted));
        TaskView view = tasks.await(task, Duration.ofSeconds(30));

        assertThat(view.state()).as("%s", view.problems()).isEqualTo(TaskState.DONE);
        assertThat(codes(view)).containsExactly("onemap.export-part");
        assertThat(names(exports.find(task).orElseThrow())).containsExactlyInAnyOrder("本县", "无代码");
    }

    @Test
    void withoutTownshipsACountysExportIsRefused() throws Exception {
        LayerExport.Order wanted = wanted(FileFormat.GEOJSON);
        TaskId task = application.bean(CurrentActor.class).as(county("450203"), () -> exports.submit(wanted));

        assertThat(codes(tasks.await(task, Duration.ofSeconds(30)))).containsExactly("onemap.no-ground");
    }

    private static String ofCounty(String name, String county, int place) {
        return feature(
                "\"HXMC\":\"" + name + "\",\"XJXZQDM\":\"" + county + "\",\"BSM\":\"" + name + "\"", square(place));
    }

    /** Somebody who manages the data of one county. */
    private String county(String division) {
        String id = "manager-" + division;
        Accounts accounts = application.bean(Accounts.class);
        if (accounts.findName(id).isEmpty())
            accounts.create(
                    new Accounts.NewAccount(id, id, "u", List.of("data-manager"), "Seven red tractors 7", true));
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
        return id;
    }

    private static LayerExport.Order wanted(FileFormat format) {
        return order(format, null, List.of(), null, null);
    }

    private static LayerExport.Order order(
            FileFormat format,
            @Nullable String crs,
            List<String> where,
            @Nullable String within,
            double @Nullable [] box) {
        return new LayerExport.Order(
                LAYER,
                format,
                null,
                null,
                crs,
                where,
                within,
                within == null ? null : "site.geojson",
                "EPSG:4490",
                box);
    }

    private TaskView ended(LayerExport.Order order) throws InterruptedException {
        TaskView view = tasks.await(exports.submit(order), Duration.ofSeconds(30));
        assertThat(view.state()).as("%s", view.problems()).isEqualTo(TaskState.DONE);
        return view;
    }

    private ExportFile exported(LayerExport.Order order) throws InterruptedException {
        TaskId id = ended(order).id();
        return exports.find(id).orElseThrow();
    }

    private List<String> names(ExportFile file) {
        List<String> names = new ArrayList<>();
        Path work = application.home().resolve("tmp");
        try (FeatureReader reader = FeatureReader.open(file.path(), file.name(), null, InputLimits.LAYER, work)) {
            reader.forEach(
                    feature -> names.add(Objects.toString(feature.values().get("HXMC"))));
        }
        return names;
    }
}
