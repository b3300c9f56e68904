package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.quality.internal.Survey.box;

import java.util.Arrays;
import java.util.List;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What is wrong with lines and points is told, and nothing that only areas can have. */
abstract class ThinChecksContract extends LayerChecksAsked {
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
}
