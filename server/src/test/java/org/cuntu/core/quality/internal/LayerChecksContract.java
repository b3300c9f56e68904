package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.core.quality.internal.Survey.box;
import static org.cuntu.core.quality.internal.Survey.patch;

import java.time.LocalDate;
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
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** A delivery is held against the city's rules; what is wrong is kept whole or not at all. */
abstract class LayerChecksContract extends LayerChecksAsked {
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
