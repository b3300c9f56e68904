package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.core.quality.internal.Survey.box;
import static org.cuntu.core.quality.internal.Survey.patch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A delivery is held against the city's rules; what is wrong is kept whole or not at all. */
abstract class LayerChecksContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final TestApplication application = application();
    private final LayerChecks checks = application.bean(LayerChecks.class);
    private final QualityStore store = application.bean(QualityStore.class);
    private final LayerSchema patches = application
            .bean(LayerRegister.class)
            .findLayer("DLTB")
            .orElseThrow()
            .schema();

    abstract TestApplication application();

    static final LayerChecks.Progress SILENT = new LayerChecks.Progress() {
        @Override
        public void at(long done, long of) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @BeforeEach
    void nothingReleasedAndNothingChecked() {
        application.jdbc().sql("delete from layer_release").update();
        application.jdbc().sql("delete from layer_issue").update();
        application.jdbc().sql("delete from quality_rule_count").update();
        application.jdbc().sql("delete from quality_run").update();
    }

    private String write(Geometry coverage, Feature... features) {
        return Survey.write(application.bean(SnapshotStore.class).folder(), patches, coverage, features);
    }

    private static LayerChecks.Order order(String hash, String division) {
        return new LayerChecks.Order("DLTB", hash, DAY, null, division);
    }

    private CheckRun check(String hash) {
        return checks.check(order(hash, null), SILENT);
    }

    private static Map<String, Long> counts(CheckRun run) {
        Map<String, Long> counts = new HashMap<>();
        for (CheckRun.RuleCount rule : run.byRule()) if (rule.count() > 0) counts.put(rule.rule(), rule.count());
        return counts;
    }

    private List<LayerIssue> issues(CheckRun run, String rule) {
        return store.list(run.id(), new QualityStore.Filter(rule, null, null), 0, 100);
    }

    /** Two patches that fill their coverage, told by their fields and shapes to be sound. */
    private String sound() {
        return write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 5, 10), 1, Map.of()),
                patch(patches, box(5, 0, 10, 10), 2, Map.of()));
    }

    @Test
    void soundDeliveryHasNoIssueButWhatCouldNotBeAsked() {
        CheckRun run = check(sound());

        // villages are not released here
        assertThat(counts(run)).isEqualTo(Map.of("village-of-patch", 1L, "control-area-village", 1L));
        assertThat(run.refusing()).isZero();
        assertThat(run.warnings()).isEqualTo(2);
        assertThat(issues(run, "village-of-patch")).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(LayerIssue.Severity.WARN);
            assertThat(issue.value()).isEqualTo(LayerIssue.NOT_ANSWERED);
            assertThat(issue.expected()).isEqualTo("CJDCQ");
        });
    }

    @Test
    void overlapIsKeptWithItsPlaceAreaAndOutline() {
        CheckRun run = check(write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 6, 10), 1, Map.of()),
                patch(patches, box(5, 0, 10, 10), 2, Map.of())));

        assertThat(run.refusing()).isEqualTo(1);
        assertThat(issues(run, "overlap")).singleElement().satisfies(issue -> {
            assertThat(List.of(issue.feature(), issue.other()))
                    .containsExactlyInAnyOrder("450203100000000001", "450203100000000002");
            assertThat(issue.area())
                    .isEqualTo(
                            Area.ofSquareMetres(HeapShapes.of(box(5, 0, 6, 10)).integral(0)));
            assertThat(issue.outline().getEnvelopeInternal())
                    .isEqualTo(box(5, 0, 6, 10).getEnvelopeInternal());
            assertThat(issue.longitude()).isBetween(109.405, 109.406);
            assertThat(issue.bounds()).containsExactly(109.405, 24.3, 109.406, 24.31);
        });
    }

    private CheckRun check(String layer, Intake intake, Geometry coverage, Feature... features) {
        LayerSchema schema = application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        String hash = SnapshotWriter.write(
                application.bean(SnapshotStore.class).folder(),
                schema,
                coverage,
                new SnapshotOrigin(false, "test"),
                intake,
                List.of(features));
        return checks.check(new LayerChecks.Order(layer, hash, DAY, null, null), SILENT);
    }

    private static Feature thin(String shape, String bsm, int fields) {
        try {
            @Nullable Object[] values = new Object[fields];
            values[0] = bsm;
            return new Feature(new WKTReader().read(shape), Arrays.asList(values));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void twoPointsAtOnePlaceAndOneOutsideAreTold() {
        CheckRun run = check(
                "CLKZD",
                Intake.POINTS,
                box(0, 0, 10, 10),
                thin("POINT (109.401 24.301)", "450203100100000001", 5),
                thin("POINT (109.401 24.301)", "450203100100000002", 5),
                thin("POINT (109.41 24.305)", "450203100100000003", 5),
                thin("POINT (109.42 24.305)", "450203100100000004", 5));

        assertThat(counts(run)).containsEntry("points-twice", 1L).containsEntry("thin-outside", 1L);
        assertThat(issues(run, "points-twice")).singleElement().satisfies(issue -> assertThat(
                        List.of(issue.feature(), issue.other()))
                .containsExactlyInAnyOrder("450203100100000001", "450203100100000002"));
        // the third lies on the border
        assertThat(issues(run, "thin-outside")).singleElement().satisfies(issue -> assertThat(issue.feature())
                .isEqualTo("450203100100000004"));
    }

    @Test
    void aLineThatCrossesItselfIsToldAndOneThatReturnsToItsStartIsNot() {
        CheckRun run = check(
                "XZQJX",
                Intake.LINES,
                box(0, 0, 10, 10),
                thin(
                        "LINESTRING (109.401 24.301, 109.403 24.303, 109.403 24.301, 109.401 24.303)",
                        "450203110300000001",
                        4),
                thin(
                        "LINESTRING (109.405 24.301, 109.406 24.302, 109.407 24.301, 109.405 24.301)",
                        "450203110300000002",
                        4));

        assertThat(issues(run, "lines-cross")).singleElement().satisfies(issue -> assertThat(issue.feature())
                .isEqualTo("450203110300000001"));
        assertThat(counts(run)).doesNotContainKeys("thin-outside", "overlap", "spike", "invalid");
    }

    @Test
    void ofLinesNothingIsReportedThatOnlyAreasCanHave() {
        CheckRun run = check(
                "XZQJX",
                Intake.LINES,
                box(0, 0, 10, 10),
                thin("LINESTRING (109.401 24.301, 109.403 24.303)", "450203110300000001", 4));

        assertThat(run.byRule())
                .extracting(CheckRun.RuleCount::rule)
                .contains("lines-cross", "thin-outside")
                .doesNotContain("overlap", "invalid", "spike", "sliver", "point-twice");
    }

    @Test
    void gapFieldsAndCodesAreToldTogether() {
        CheckRun run = check(write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 5, 10), 1, Map.of("DLBM", "0207", "QSDWMC", "")),
                patch(patches, box(6, 0, 10, 10), 1, Map.of("TBDLMJ", "1.00", "SJNF", "2024"))));

        assertThat(counts(run))
                .containsEntry("gap", 1L)
                .containsEntry("dltb-class", 1L)
                .containsEntry("dltb-mandatory", 1L)
                .containsEntry("bsm-unique", 1L)
                .containsEntry("patch-number-unique", 1L)
                .containsEntry("class-area-equation", 1L)
                .containsEntry("same-year", 1L);
        assertThat(issues(run, "dltb-class").getFirst().value()).isEqualTo("DLBM 0207");
        assertThat(issues(run, "dltb-class").getFirst().expected()).isEqualTo("SD2019");
        assertThat(issues(run, "dltb-mandatory").getFirst().value()).isEqualTo("QSDWMC");
        assertThat(run.score()).isLessThan(1);
    }

    @Test
    void villageOfAPatchIsThatInWhichItLies() {
        villages("450203100201", "450203100202");
        CheckRun run = check(write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 5, 10), 1, Map.of()),
                patch(patches, box(5, 0, 10, 10), 2, Map.of())));

        // the eastern patch says 201 and lies in 202
        assertThat(issues(run, "village-of-patch")).singleElement().satisfies(issue -> {
            assertThat(issue.feature()).isEqualTo("450203100000000002");
            assertThat(issue.expected()).isEqualTo("450203100202");
        });
        assertThat(issues(run, "control-area-village")).hasSize(2);
    }

    /** Two villages, the west and the east of the square, their control areas those of their shapes. */
    private void villages(String west, String east) {
        LayerSchema schema = application
                .bean(LayerRegister.class)
                .findLayer("CJDCQ")
                .orElseThrow()
                .schema();
        String hash = Survey.write(
                application.bean(SnapshotStore.class).folder(),
                schema,
                box(0, 0, 10, 10),
                village(schema, box(0, 0, 5, 10), west),
                village(schema, box(5, 0, 10, 10), east));
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release("CJDCQ", hash, LocalDate.of(2025, 12, 31), "villages", true));
    }

    private static Feature village(LayerSchema schema, Geometry shape, String code) {
        String area = "%.2f".formatted(HeapShapes.of(shape).integral(0));
        return Survey.feature(
                schema, shape, Map.of("BSM", code, "ZLDWDM", code + "0000000", "ZLDWMC", "村", "DCMJ", area));
    }

    @Test
    void countysDeliveryIsHeldAgainstWhatItsNeighboursHaveReleased() {
        String neighbour =
                write(box(5, 0, 10, 10), patch(patches, box(5, 0, 10, 10), 7, Map.of("ZLDWDM", "4502041002010000000")));
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release("DLTB", neighbour, LocalDate.of(2025, 12, 31), "before", true));
        String own =
                write(box(0, 0, 6, 10), patch(patches, box(0, 0, 6, 10), 7, Map.of("ZLDWDM", "4502031002010000000")));

        CheckRun run = checks.check(order(own, "450203"), SILENT);

        assertThat(issues(run, "clear-of-neighbours")).singleElement().satisfies(issue -> assertThat(issue.area())
                .isEqualTo(Area.ofSquareMetres(HeapShapes.of(box(5, 0, 6, 10)).integral(0))));
        assertThat(issues(run, "bsm-unique")).hasSize(1);
        assertThat(issues(run, "within-division").getFirst().value()).isEqualTo(LayerIssue.NOT_ANSWERED);
    }

    @Test
    void sameDeliveryGivesTheSameIssuesAgain() {
        String hash = write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 6, 10), 1, Map.of("DLBM", "9")),
                patch(patches, box(5, 0, 9, 10), 2, Map.of("QSXZ", "99")));
        CheckRun first = check(hash);
        CheckRun second = check(hash);

        assertThat(second.byRule()).isEqualTo(first.byRule());
        assertThat(said(second)).isEqualTo(said(first)).isNotEmpty();
        assertThat(checks.last(hash)).map(CheckRun::id).hasValueSatisfying(id -> assertThat(id)
                .isIn(first.id(), second.id()));
        assertThat(checks.find(first.id())).contains(first);
    }

    private List<String> said(CheckRun run) {
        return store.list(run.id(), QualityStore.Filter.ALL, 0, 1000).stream()
                .map(i -> i.number() + i.rule() + i.feature() + i.other() + i.area() + i.value() + i.outline())
                .toList();
    }

    @Test
    void runThatACrashBrokeOffIsNotThereAndIsRemovedByTheNext() {
        String hash = sound();
        UUID broken = UUID.randomUUID();
        application.inTransaction(() -> store.begin(broken, order(hash, null)));
        CheckRun whole = check(write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 6, 10), 1, Map.of()),
                patch(patches, box(5, 0, 10, 10), 2, Map.of())));
        LayerIssue issue = issues(whole, "overlap").getFirst();
        application.inTransaction(() -> store.add(List.of(new LayerIssue(
                broken,
                1,
                issue.rule(),
                issue.kind(),
                issue.severity(),
                issue.feature(),
                issue.other(),
                issue.longitude(),
                issue.latitude(),
                issue.bounds(),
                issue.area(),
                issue.length(),
                issue.value(),
                issue.expected(),
                issue.outline()))));

        assertThat(checks.find(broken)).isEmpty();
        assertThat(checks.last(hash)).isEmpty();
        CheckRun run = check(hash);

        assertThat(checks.last(hash)).contains(run);
        assertThat(rows("quality_run")).isEqualTo(2);
        assertThat(store.list(broken, QualityStore.Filter.ALL, 0, 10)).isEmpty();
    }

    @Test
    void cancelledCheckLeavesNothing() {
        String hash = sound();
        assertThatThrownBy(() -> checks.check(order(hash, null), new LayerChecks.Progress() {
                    @Override
                    public void at(long done, long of) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(rows("quality_run")).isZero();
        assertThat(rows("layer_issue")).isZero();
    }

    private int rows(String table) {
        return application
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void snapshotOfAnotherLayerIsRefused() {
        String hash = sound();
        assertThatThrownBy(() -> checks.check(new LayerChecks.Order("GHFQ", hash, DAY, null, null), SILENT))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> checks.check(new LayerChecks.Order("NONE", hash, DAY, null, null), SILENT))
                .isInstanceOf(InputRefused.class);
        assertThat(rows("quality_run")).isZero();
    }

    @Test
    void issuesComeInPagesAndByRuleKindAndSeverity() {
        CheckRun run = check(write(
                box(0, 0, 10, 10),
                patch(patches, box(0, 0, 6, 10), 1, Map.of("DLBM", "9")),
                patch(patches, box(5, 0, 10, 10), 2, Map.of())));
        List<LayerIssue> all = store.list(run.id(), QualityStore.Filter.ALL, 0, 1000);

        assertThat(all).extracting(LayerIssue::number).isSorted().doesNotHaveDuplicates();
        assertThat(store.list(run.id(), QualityStore.Filter.ALL, all.getFirst().number(), 1))
                .extracting(LayerIssue::number)
                .containsExactly(all.get(1).number());
        assertThat(store.list(run.id(), new QualityStore.Filter(null, LayerIssue.Kind.TOPOLOGY, null), 0, 100))
                .extracting(LayerIssue::rule)
                .containsExactly("overlap");
        assertThat(store.list(run.id(), new QualityStore.Filter(null, null, LayerIssue.Severity.REFUSE), 0, 100))
                .hasSize((int) run.refusing());
    }
}
