package org.cuntu.business.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.business.survey.internal.SurveyGround.HILL;
import static org.cuntu.business.survey.internal.SurveyGround.OVER_THERE;
import static org.cuntu.business.survey.internal.SurveyGround.RIVERSIDE;
import static org.cuntu.business.survey.internal.SurveyGround.box;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.business.survey.internal.SurveyGround.Patch;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Special surveys between two years, what explains new construction, and indexes. */
abstract class SpecialSurveyContract {
    private static final LocalDate FIRST = LocalDate.of(2024, 12, 31);
    private static final LocalDate SECOND = LocalDate.of(2025, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final TestApplication application = application();
    private final YearPair years = application.bean(YearPair.class);
    private final StandingSurveys ground = application.bean(StandingSurveys.class);

    abstract TestApplication application();

    /** Riverside is west of the hill; the border is at three thousandths of a degree. */
    @BeforeEach
    void twoVillages() {
        application.jdbc().sql("delete from layer_release").update();
        release(
                "CJDCQ",
                LocalDate.of(2020, 1, 1),
                List.of("ZLDWDM"),
                Feature.of(box(0, 0, 3, 10), RIVERSIDE + "0000000"),
                Feature.of(box(3, 0, 10, 10), HILL + "0000000"));
    }

    private void release(String layer, LocalDate day, List<String> fields, Feature... features) {
        LayerSchema register = application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        LayerSchema given = new LayerSchema(
                layer,
                register.kind(),
                fields.stream()
                        .map(code -> register.fields().get(register.indexOf(code)))
                        .toList(),
                null,
                null);
        application
                .bean(LayerImport.class)
                .importFeatures(given, Stream.of(features), box(-100, -100, 100, 100), day, "invented", true);
    }

    private void wetlands(LocalDate day, Object... groundAndKind) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < groundAndKind.length; i += 2)
            features.add(Feature.of((Geometry) groundAndKind[i], "W" + i, groundAndKind[i + 1]));
        release("SDFW", day, List.of("BSM", "SDLX"), features.toArray(Feature[]::new));
    }

    private YearPair.Pair pair(String layer, TableColumns columns) {
        return years.of(new YearPair.Asked(layer, FIRST, TODAY, null, null, null, columns), 60_000);
    }

    private Transition transition(AreaUnit unit) {
        YearPair.Pair pair = pair("SDFW", TableColumns.FIRST);
        return new TransitionMaking(pair.after().roll(), TableColumns.FIRST, pair.rows(), unit, 2)
                .make(
                        Objects.requireNonNull(pair.flows()),
                        Objects.requireNonNull(ground.tally(pair.before())),
                        Objects.requireNonNull(ground.tally(pair.after())));
    }

    private static String cells(Transition made) {
        List<String> cells = new ArrayList<>();
        for (Transition.Cell cell : made.cells()) cells.add(name(made, cell.from()) + ">" + name(made, cell.to()));
        return String.join(" ", cells);
    }

    private static String name(Transition made, int at) {
        return at < 0 ? "-" : made.classes().get(at).key().substring(2);
    }

    @Test
    void aWetlandThatChangedItsKindFlows() {
        wetlands(FIRST, box(0, 0, 1, 1), "沼泽", box(1, 0, 2, 1), "滩涂");
        wetlands(SECOND, box(0, 0, 1, 1), "沼泽", box(1, 0, 2, 1), "沼泽");

        Transition made = transition(AreaUnit.M2);

        assertThat(cells(made)).isEqualTo("沼泽>沼泽 滩涂>沼泽");
        assertThat(made.changed()).isEqualTo(made.before() / 2);
        assertThat(made.gone()).isZero();
    }

    @Test
    void groundThatIsAWetlandNoMoreFlowsToNothing() {
        wetlands(FIRST, box(0, 0, 2, 1), "沼泽");
        wetlands(SECOND, box(0, 0, 1, 1), "沼泽");

        Transition made = transition(AreaUnit.M2);

        assertThat(cells(made)).isEqualTo("沼泽>沼泽 沼泽>-");
        assertThat(made.gone() + made.total()).isCloseTo(made.before(), org.assertj.core.data.Offset.offset(1L));
        assertThat(made.sums()).allSatisfy(sum -> assertThat(sum.kept() + sum.left() + sum.adjustment())
                .isEqualTo(sum.before()));
    }

    @Test
    void aWetlandThatIsWhollyGoneHasItsPlace() {
        wetlands(FIRST, box(0, 0, 1, 1), "沼泽", box(5, 0, 6, 1), "滩涂");
        wetlands(SECOND, box(0, 0, 1, 1), "沼泽");
        YearPair.Pair pair = pair("SDFW", TableColumns.FIRST);

        ChangeList.Page page = application
                .bean(ChangeList.class)
                .page(
                        pair,
                        Objects.requireNonNull(pair.flows()),
                        new ChangeList.Wanted(null, null, TableColumns.FIRST),
                        0,
                        10,
                        true);

        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.after()).isNegative();
            assertThat(item.village()).isEqualTo(HILL);
            assertThat(item.box().getFirst()).isBetween(109.40499, 109.40501);
        });
    }

    @Test
    void aWetlandAcrossAVillageBorderIsCountedInBothAsInTheirTables() {
        wetlands(FIRST, box(1, 0, 5, 1), "沼泽");
        wetlands(SECOND, box(1, 0, 5, 1), "滩涂", box(6, 0, 7, 1), "滩涂");

        for (AreaUnit unit : AreaUnit.values()) {
            Transition made = transition(unit);
            SurveyTable table = application
                    .bean(SurveyStatistics.class)
                    .table(new TableQuestion(
                            "SDFW", TODAY, null, null, null, TableColumns.FIRST, TableQuestion.Only.ALL, unit));
            assertThat(made.total()).isEqualTo(table.sum().total());
            assertThat(made.sums().stream().mapToLong(Transition.Sum::after).sum())
                    .isEqualTo(table.sum().total());
        }
        assertThat(cells(transition(AreaUnit.M2))).isEqualTo("沼泽>滩涂 ->滩涂");
    }

    private ChangeList.Explained explained() {
        YearPair.Pair pair = pair("DLTB", TableColumns.FULL);
        return application.bean(ChangeList.class).explained(pair, Objects.requireNonNull(pair.flows()));
    }

    /** Three fields are built on: one is approved, one names its case, of one nothing is known. */
    @Test
    void newConstructionIsExplainedByApprovalThenByWhatItsPatchNames() {
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0301", "30", "100.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0301", "30", "200.00"))
                .patch(box(2, 0, 3, 1), new Patch(OVER_THERE, "0301", "30", "400.00"))
                .release(FIRST);
        new SurveyGround(application)
                .because("XM-2025-0001")
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0601", "30", "100.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0601", "30", "200.00"))
                .because("")
                .patch(box(2, 0, 3, 1), new Patch(OVER_THERE, "0601", "30", "400.00"))
                .release(SECOND);
        release("YPJSYD", LocalDate.of(2025, 6, 1), List.of("PZWH", "XMMC"), Feature.of(box(0, 0, 1, 1), "批1", "厂"));

        ChangeList.Explained explained = explained();

        assertThat(List.of(explained.total(), explained.approved(), explained.named(), explained.unknown()))
                .containsExactly("700.00", "100.00", "200.00", "400.00");
        assertThat(explained.groups())
                .extracting(group -> group.kind() + " " + group.number() + " " + group.area())
                .containsExactly("FIELD XM-2025-0001 200.00", "APPROVAL 批1 100.00");
    }

    @Test
    void withoutApprovalsWhatPatchesNameStillExplains() {
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0301", "30", "100.00"))
                .release(FIRST);
        new SurveyGround(application)
                .because("XM-2025-0001")
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0601", "30", "100.00"))
                .release(SECOND);

        assertThat(explained().named()).isEqualTo("100.00");
        assertThat(explained().unknown()).isEqualTo("0.00");
    }

    /** One wood gives a factory a quarter and takes half of a field. */
    @Test
    void theFlowOfAYearlyPackageIsTheSurveysOwnTransition() throws Exception {
        release("XZQ", LocalDate.of(2020, 1, 1), List.of("XZQDM"), Feature.of(box(-9, -9, 10, 10), "450202001"));
        new SurveyGround(application)
                .patch(box(0, 0, 4, 1), new Patch(HILL, "0301", "30", "1000.00"))
                .patch(box(4, 0, 6, 1), new Patch(HILL, "0201", "30", "500.00"))
                .release(FIRST);
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0601", "30", "250.00"))
                .patch(box(1, 0, 5, 1), new Patch(HILL, "0301", "30", "1000.00"))
                .patch(box(5, 0, 6, 1), new Patch(HILL, "0201", "30", "250.00"))
                .release(SECOND);
        YearPair.Pair pair = pair("DLTB", TableColumns.FULL);
        Transition made = new TransitionMaking(pair.after().roll(), TableColumns.FULL, pair.rows(), AreaUnit.M2, 2)
                .make(
                        Objects.requireNonNull(pair.flows()),
                        Objects.requireNonNull(ground.tally(pair.before())),
                        Objects.requireNonNull(ground.tally(pair.after())));
        List<String> transition = made.cells().stream()
                .map(cell -> name(made, cell.from()) + ">" + name(made, cell.to()) + " " + made.text(cell.area()))
                .sorted()
                .toList();

        assertThat(flow(IntakeDoor.yearlyPackage(application, "DLTB", "450202", FIRST, SECOND)))
                .isEqualTo(transition)
                .containsExactly("0201>0201 250.00", "0201>0301 250.00", "0301>0301 750.00", "0301>0601 250.00");
    }

    /** The flow table of a package's process layer. */
    private static List<String> flow(byte[] geoPackage) throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("package", ".gpkg");
        java.nio.file.Files.write(file, geoPackage);
        List<String> cells = new ArrayList<>();
        try (java.sql.Connection sqlite = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                java.sql.ResultSet rows = sqlite.createStatement()
                        .executeQuery(
                                "select BGQDLBM, BGHDLBM, sum(TBBGMJ) from DLTBGXGC group by 1, 2 order by 1, 2")) {
            while (rows.next())
                cells.add(String.format(
                        java.util.Locale.ROOT, "%s>%s %.2f", rows.getString(1), rows.getString(2), rows.getDouble(3)));
        } finally {
            java.nio.file.Files.delete(file);
        }
        return cells;
    }

    @Test
    void anIndexIsAShareOfTheTablesAreas() {
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0301", "30", "100.00"))
                .patch(box(1, 0, 2, 1), new Patch(HILL, "0601", "30", "200.00"))
                .release(SECOND);

        IndexMaking.IndexView cover = index("forest-cover");

        assertThat(cover.value()).isEqualTo("33.33");
        assertThat(cover.part()).isEqualTo("100.00");
        assertThat(cover.verified()).isFalse();
    }

    @Test
    void anIndexOfALayerThatIsNotThereIsNotTold() {
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0301", "30", "100.00"))
                .release(SECOND);

        assertThat(index("public-forest").value()).isNull();
        assertThat(index("public-forest").reason()).isEqualTo("no-snapshot");
    }

    /** Four squares of the same size with a cover, one without: by hand, each square counts once. */
    private void grassland() {
        release(
                "CDDC",
                SECOND,
                List.of("BSM", "CDLX", "ZBGD"),
                Feature.of(box(0, 0, 1, 1), "G1", "暖性草丛", new BigDecimal("60.0")),
                Feature.of(box(2, 0, 4, 1), "G2", "暖性草丛", new BigDecimal("80.0")),
                Feature.of(box(4, 0, 5, 1), "G3", "热性草丛", new BigDecimal("50.1")),
                Feature.of(box(6, 0, 7, 1), "G4", "热性草丛", null));
    }

    @Test
    void aMeanIsWeightedByAreaAndLeavesOutWhatHasNoValue() {
        grassland();

        IndexMaking.IndexView cover = index("grass-vegetation");

        assertThat(cover.value()).as("(60 + 2 × 80 + 50.1) / 4 = 67.525").isEqualTo("67.53");
        assertThat(cover.mean()).isEqualTo("ZBGD");
        assertThat(new BigDecimal(cover.whole())).isGreaterThan(new BigDecimal(cover.part()));
        assertThat(cover.reason()).isNull();
    }

    @Test
    void aMeanByVillageIsOfWhatLiesThere() {
        grassland();

        IndexMaking.IndexTable table = application
                .bean(IndexMaking.class)
                .table(new IndexMaking.Asked(TODAY, null, null), DivisionLevel.VILLAGE, "CDDC");

        assertThat(table.indexes()).extracting(IndexMaking.IndexView::id).containsExactly("grass-vegetation");
        assertThat(table.rows())
                .filteredOn(row -> row.values().getFirst() != null)
                .extracting(row -> row.place().code() + " " + row.values().getFirst())
                .as("(60 + 80) / 2 and (80 + 50.1) / 2 = 65.05")
                .containsExactlyInAnyOrder(RIVERSIDE + " 70.00", HILL + " 65.05");
    }

    @Test
    void aMeanOfALayerThatIsNotThereIsNotTold() {
        assertThat(index("grass-vegetation").value()).isNull();
        assertThat(index("grass-vegetation").reason()).isEqualTo("no-snapshot");
    }

    @Test
    void sharesByDivisionAreThoseOfEachDivision() {
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(RIVERSIDE, "0301", "30", "100.00"))
                .patch(box(1, 0, 2, 1), new Patch(RIVERSIDE, "0601", "30", "200.00"))
                .patch(box(3, 0, 4, 1), new Patch(HILL, "0301", "30", "50.00"))
                .release(SECOND);

        IndexMaking.IndexTable table = application
                .bean(IndexMaking.class)
                .table(new IndexMaking.Asked(TODAY, null, null), DivisionLevel.VILLAGE, "DLTB");

        int cover =
                table.indexes().stream().map(IndexMaking.IndexView::id).toList().indexOf("forest-cover");
        assertThat(table.indexes().get(cover).value()).isEqualTo("42.86");
        assertThat(table.rows())
                .filteredOn(row -> row.values().get(cover) != null)
                .extracting(row -> row.place().code() + " " + row.values().get(cover))
                .containsExactlyInAnyOrder(RIVERSIDE + " 33.33", HILL + " 100.00");
    }

    private IndexMaking.IndexView index(String id) {
        return application.bean(IndexMaking.class).list(new IndexMaking.Asked(TODAY, null, null)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
