package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.quality.internal.LayerChecksContract.SILENT;
import static org.cuntu.core.quality.internal.Survey.box;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** A delivery is held against the version before it: ten patches of one county, each 100 m wide. */
abstract class VersionBeforeContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final String ELSEWHERE = "4502062002010000000";

    private final TestApplication application = application();
    private final LayerSchema patches = application
            .bean(LayerRegister.class)
            .findLayer("DLTB")
            .orElseThrow()
            .schema();

    abstract TestApplication application();

    @Test
    void theSameAgainIsNotWrong() {
        String before = write(10, Map.of());

        assertThat(found(before, before, null)).isEmpty();
    }

    @Test
    void aFirstVersionIsNotAsked() {
        assertThat(found(write(10, Map.of()), null, null)).isEmpty();
    }

    @Test
    void anotherClassUnderTheSameIdentifierIsNamedWithBoth() {
        String now = write(10, Map.of(3, patch(3, box(3, 0, 4, 1), Map.of("DLBM", "0101", "DLMC", "水田"))));

        assertThat(found(now, write(10, Map.of()), null)).singleElement().satisfies(issue -> {
            assertThat(issue.rule()).isEqualTo("patch-changed-unsaid");
            assertThat(issue.feature()).isEqualTo("450203100000000003");
            assertThat(issue.value()).isEqualTo("DLBM 0101");
            assertThat(issue.expected()).isEqualTo("DLBM 0301");
        });
    }

    @Test
    void groundThatMovedUnderTheSameIdentifierIsMeasured() {
        String now = write(10, Map.of(9, patch(9, box(9, 0, 10, 0.5), Map.of())));

        assertThat(found(now, write(10, Map.of()), null))
                .extracting(LayerIssue::rule)
                .containsExactly("patch-changed-unsaid", "county-area-kept");
        assertThat(found(now, write(10, Map.of()), null).getFirst().area())
                .isNotNull()
                .satisfies(area -> assertThat(area.squareMetres()).isBetween(5_500.0, 5_700.0));
    }

    @Test
    void aChangeThatSaysWhyIsNoIssue() {
        Map<String, String> said = Map.of("DLBM", "0101", "DLMC", "水田", "BZ", "2026 年度变更");
        String now = write(10, Map.of(3, patch(3, box(3, 0, 4, 1), said)));

        assertThat(found(now, write(10, Map.of()), null)).isEmpty();
    }

    @Test
    void anIdentifierThatStandsForAnotherPlaceRefusesTheDelivery() {
        String before = write(10, Map.of());
        String now = write(10, Map.of(0, patch(1, box(0, 0, 1, 1), Map.of()), 1, patch(77, box(1, 0, 2, 1), Map.of())));

        List<LayerIssue> reused = found(now, before, null).stream()
                .filter(issue -> issue.rule().equals("identifier-reused"))
                .toList();

        assertThat(reused).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(LayerIssue.Severity.REFUSE);
            assertThat(issue.value()).isEqualTo("BSM 450203100000000001");
            // where it was
            assertThat(issue.expected()).isEqualTo("109.401500, 24.300500");
        });
    }

    @Test
    void moreThanAFifthOfThePatchesGoneIsCounted() {
        assertThat(found(write(7, Map.of()), write(10, Map.of()), null))
                .filteredOn(issue -> issue.rule().equals("patches-vanished"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.value()).isEqualTo("3 / 10 = 30.00 %");
                    assertThat(issue.expected()).isEqualTo("≤ 20.00 %");
                });
    }

    @Test
    void aFifthGoneIsNotTooMany() {
        assertThat(found(write(8, Map.of()), write(10, Map.of()), null))
                .extracting(LayerIssue::rule)
                .containsOnly("county-area-kept");
    }

    @Test
    void theCountysTotalIsComparedToTheHundredth() {
        Feature more = patch(4, box(4, 0, 5, 1), Map.of("TBMJ", "99999.00", "TBDLMJ", "99999.00"));

        assertThat(found(write(10, Map.of(4, more)), write(10, Map.of()), null))
                .filteredOn(issue -> issue.rule().equals("county-area-kept"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.other()).isEqualTo("450203"));
    }

    @Test
    void aDivisionAnswersForItsOwnPatchesAlone() {
        Map<String, String> others = Map.of("ZLDWDM", ELSEWHERE);
        String before = write(
                10,
                Map.of(
                        7, patch(7, box(7, 0, 8, 1), others),
                        8, patch(8, box(8, 0, 9, 1), others),
                        9, patch(9, box(9, 0, 10, 1), others)));

        assertThat(found(write(7, Map.of()), before, "450203")).isEmpty();
    }

    @Test
    void aVersionBeforeThatIsNotThereIsNotAnswered() {
        assertThat(found(write(10, Map.of()), "0".repeat(64), null))
                .hasSize(4)
                .allSatisfy(issue -> assertThat(issue.value()).isEqualTo(LayerIssue.NOT_ANSWERED));
    }

    /** So many patches beside one another, some of them others. */
    private String write(int count, Map<Integer, Feature> others) {
        Feature[] features = new Feature[count];
        for (int i = 0; i < count; i++) features[i] = others.getOrDefault(i, patch(i, box(i, 0, i + 1, 1), Map.of()));
        return Survey.write(application.bean(SnapshotStore.class).folder(), patches, box(0, 0, 10, 1), features);
    }

    private Feature patch(int number, Geometry shape, Map<String, String> otherwise) {
        return Survey.patch(patches, shape, number, otherwise);
    }

    /** What the rules on the version before have found. */
    private List<LayerIssue> found(String now, @Nullable String before, @Nullable String division) {
        CheckRun run = application
                .bean(LayerChecks.class)
                .check(new LayerChecks.Order("DLTB", now, DAY, before, division), SILENT);
        List<String> rules =
                List.of("patch-changed-unsaid", "patches-vanished", "county-area-kept", "identifier-reused");
        return application.bean(QualityStore.class).list(run.id(), QualityStore.Filter.ALL, 0, 1_000).stream()
                .filter(issue -> rules.contains(issue.rule()))
                .toList();
    }
}
