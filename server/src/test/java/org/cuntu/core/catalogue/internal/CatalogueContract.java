package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.catalogue.Coverage;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The catalogue over real releases: two counties of one square each, side by side, and what covers how much of them. */
abstract class CatalogueContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String SURVEY = "DLTB";
    private static final String EAST = "450203";
    private static final String WEST = "450202";

    private final TestApplication application = application();
    private final Catalogue catalogue = application.bean(Catalogue.class);
    private final Releases releases = application.bean(Releases.class);
    private final Reminders reminders = application.bean(Reminders.class);

    abstract TestApplication application();

    @BeforeEach
    void twoCounties() {
        application.jdbc().sql("delete from layer_release").update();
        application.jdbc().sql("delete from catalogue_notice").update();
        LayerSchema townships = new LayerSchema(
                "XZQ",
                schema("XZQ").kind(),
                List.of(new Field("XZQDM", Field.Type.TEXT, "行政区代码", "Division")),
                null,
                null);
        String hash = application
                .bean(LayerImport.class)
                .write(
                        townships,
                        Stream.of(
                                new Feature(ground(0, 10), Arrays.asList("450202001")),
                                new Feature(ground(10, 20), Arrays.asList("450203001"))),
                        ground(0, 20),
                        LayerImport.Progress.SILENT);
        releases.release(new ReleaseRequest.Release("XZQ", hash, LocalDate.of(2020, 1, 1), "townships", false));
    }

    @Test
    void everyLayerOfTheRegisterHasItsEntryWithAResourceCodeOfItsOwn() {
        List<CatalogueEntry> entries = catalogue.list(TODAY, null);

        assertThat(entries)
                .extracting(entry -> entry.layer().code())
                .containsExactlyElementsOf(application.bean(LayerRegister.class).listLayers().stream()
                        .map(LayerEntry::code)
                        .toList());
        assertThat(entries)
                .extracting(entry -> entry.metadata().resourceCode())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[1-9][0-9]{5,17}/[0-9]+"));
    }

    @Test
    void theCoverageOfTheCountiesAddsUpToTheCitysAndAQuarterIsAQuarter() {
        release(ground(0, 15), "2025-12-31");

        Coverage coverage = Objects.requireNonNull(survey().coverage());

        Area west = coverage.of(WEST).orElseThrow().ground();
        assertThat(coverage.of(WEST).orElseThrow().covered()).isEqualTo(west);
        Coverage.Part east = coverage.of(EAST).orElseThrow();
        assertThat(2 * east.covered().hundredths() - east.ground().hundredths()).isBetween(-2L, 2L);
        assertThat(coverage.counties().stream().map(Coverage.Part::covered).reduce(Area.ZERO, Area::plus))
                .isEqualTo(coverage.covered());
        assertThat(coverage.counties().stream().map(Coverage.Part::ground).reduce(Area.ZERO, Area::plus))
                .isEqualTo(coverage.ground());
        assertThat(east.reaches(5001)).isFalse();
    }

    @Test
    void aVersionOfTheWholeGroundCoversItToTheLastSquareCentimetre() {
        release(ground(0, 20), "2025-12-31");

        Coverage coverage = Objects.requireNonNull(survey().coverage());

        assertThat(coverage.covered()).isEqualTo(coverage.ground());
    }

    @Test
    void aCountyThatTheVersionDoesNotCoverHasNoDataAndTheOtherIsFresh() {
        release(ground(0, 10), "2025-12-31");

        assertThat(fresh(WEST)).isEqualTo("FRESH 2027-06-30");
        assertThat(fresh(EAST)).isEqualTo("MISSING 2026-06-30");
    }

    @Test
    void whatIsNotCheckedIsDeliveredButNotCollected() {
        release(ground(0, 20), "2025-12-31");

        CollectionRate rate = catalogue.collection(TODAY, null);

        assertThat(rate.items().stream()
                        .filter(item -> item.layer().equals(SURVEY)
                                && List.of(EAST, WEST).contains(item.division()))
                        .map(item -> item.division() + " " + item.state()))
                .containsExactly(WEST + " UNCHECKED", EAST + " UNCHECKED");
        assertThat(rate.city().collected()).isZero();
        assertThat(rate.counties().stream()
                        .mapToLong(county -> county.figures().due())
                        .sum())
                .isEqualTo(rate.city().due());
        assertThat(rate.datasets().stream()
                        .mapToLong(dataset -> dataset.figures().due())
                        .sum())
                .isEqualTo(rate.city().due());
    }

    @Test
    void theActsOfALayerAreToldAsTheyWereKnown() {
        ReleaseEntry first = release(ground(0, 20), "2025-12-31");
        ReleaseEntry better = releases.release(new ReleaseRequest.Correction(
                        SURVEY, written(ground(0, 19)), LocalDate.of(2025, 12, 31), "better", false))
                .entry();
        releases.release(new ReleaseRequest.Withdrawal(SURVEY, better.id(), "it was not"));

        assertThat(acts(null)).containsExactly("WITHDRAWAL", "CORRECTION withdrawn", "RELEASE standing in force");
        assertThat(acts(better.knownFrom())).containsExactly("CORRECTION standing in force", "RELEASE");
        assertThat(acts(first.knownFrom())).containsExactly("RELEASE standing in force");
    }

    @Test
    void aReminderIsWrittenOnceThoughManyLookAtOnceAndEachHasItsProof() {
        release(ground(0, 20), "2021-12-31");

        TestApplication.inParallel(4, thread -> reminders.look());
        reminders.look();

        assertThat(notices()).containsExactly("DLTB OVERDUE 2023-06-30 [450202, 450203]");
        assertThat(application.bean(ProofLog.class).listNewest(20).stream()
                        .filter(entry -> entry.act().act().equals("catalogue:notice:write")
                                && entry.act().object().startsWith("DLTB OVERDUE 2023-06-30")))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void whatIsOverdueIsToldToTheOperatorAndTheServiceIsWhole() {
        release(ground(0, 20), "2021-12-31");

        reminders.look();

        assertThat(reminders.problem().orElseThrow().code()).isEqualTo("catalogue.overdue");
        assertThat(reminders.why()).isEmpty();
    }

    private List<String> notices() {
        return reminders.listNewest(50).stream()
                .filter(notice -> notice.layer().equals(SURVEY))
                .map(notice -> notice.layer() + " " + notice.kind() + " " + notice.dueOn() + " " + notice.divisions())
                .toList();
    }

    private List<String> acts(@org.jspecify.annotations.Nullable Instant known) {
        return catalogue.find(SURVEY, TODAY, known == null ? null : known.toString()).orElseThrow().versions().stream()
                .map(version -> version.entry().act()
                        + (version.standing() ? " standing" : "")
                        + (version.inForce() ? " in force" : "")
                        + (version.withdrawn() ? " withdrawn" : ""))
                .toList();
    }

    private String fresh(String division) {
        Freshness.County county = survey().freshness().counties().stream()
                .filter(each -> each.division().equals(division))
                .findFirst()
                .orElseThrow();
        return county.state() + " " + county.dueOn();
    }

    private CatalogueEntry survey() {
        return catalogue.find(SURVEY, TODAY, null).orElseThrow();
    }

    private ReleaseEntry release(Geometry ground, String inForceFrom) {
        return releases.release(new ReleaseRequest.Release(
                        SURVEY, written(ground), LocalDate.parse(inForceFrom), "delivery", false))
                .entry();
    }

    private String written(Geometry ground) {
        LayerSchema none = new LayerSchema(SURVEY, schema(SURVEY).kind(), List.of(), null, null);
        return application
                .bean(LayerImport.class)
                .write(none, Stream.of(new Feature(ground, List.of())), ground, LayerImport.Progress.SILENT);
    }

    private LayerSchema schema(String layer) {
        return application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
    }

    /** A strip 0.001° high near 109.4°E 24.3°N, between so many ten-thousandths of a degree. */
    private static Geometry ground(int from, int to) {
        return new GeometryFactory()
                .toGeometry(new Envelope((1_094_000 + from) / 1e4, (1_094_000 + to) / 1e4, 24.3, 24.301));
    }
}
