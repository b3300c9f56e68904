package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.schema;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A site on a layer that holds invalid features, lines or points. */
class DefectsMetTest {
    @TempDir
    Path folder;

    private FolderSnapshotStore store;

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Snapshot layer(Intake intake, Geometry... shapes) {
        String hash = SnapshotWriter.write(
                folder, schema(LayerKind.DISJOINT), box(0, 0, 100, 100), Ground.INVENTED, intake, bare(shapes));
        return store.open(hash).snapshot();
    }

    private static Geometry line(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) points[i] = Ground.at(xy[2 * i], xy[2 * i + 1]);
        return Ground.JTS.createLineString(points);
    }

    private static double east(double from, double to, double y) {
        return LocalMetric.length((24_000 + y) / 1000, (to - from) / 1000, 0);
    }

    @Test
    void siteThatMeetsAnInvalidFeatureIsToldOfIt() {
        Snapshot layer = layer(Intake.AS_DELIVERED, polygon(0, 0, 4, 4, 4, 0, 0, 4), box(10, 0, 14, 4));
        LayerCut cut = SiteOverlay.cut(Site.of(box(0, 0, 2, 4)), layer);
        assertThat(cut.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.SELF_CROSSING);
        double half = FlatShape.of(polygon(0, 0, 2, 2, 0, 4)).integral();
        assertThat(cut.pieces()).singleElement().satisfies(piece -> assertThat(piece.integral())
                .isCloseTo(half, within(1e-3)));
    }

    @Test
    void siteBesideItIsNot() {
        Snapshot layer = layer(Intake.AS_DELIVERED, polygon(0, 0, 4, 4, 4, 0, 0, 4), box(10, 0, 14, 4));
        LayerCut cut = SiteOverlay.cut(Site.of(box(9, 0, 12, 4)), layer);
        assertThat(cut.defects()).isEmpty();
        assertThat(cut.pieces()).hasSize(1);
    }

    @Test
    void spikeThatReachesIntoTheSiteIsToldThoughItHasNoArea() {
        Snapshot layer = layer(Intake.AS_DELIVERED, polygon(0, 0, 5, 0, 9, 0, 5, 0, 5, 5, 0, 5));
        LayerCut cut = SiteOverlay.cut(Site.of(box(8, -1, 10, 1)), layer);
        assertThat(cut.defects()).hasSize(1);
        assertThat(cut.pieces()).isEmpty();
    }

    @Test
    void featureWithoutGeometryTroublesNobody() {
        Snapshot layer = layer(Intake.AS_DELIVERED, Ground.JTS.createPolygon(), box(0, 0, 4, 4));
        assertThat(SiteOverlay.cut(Site.of(box(0, 0, 50, 50)), layer).defects()).isEmpty();
    }

    @Test
    void outlineOfAnInvalidFeatureIsDrawnOfTheGroundMeasured() {
        Snapshot layer = layer(Intake.AS_DELIVERED, polygon(0, 0, 4, 4, 4, 0, 0, 4));
        Geometry outline = SiteOverlay.outline(Site.of(box(0, 0, 1, 4)), layer, 0);
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.getArea()).isPositive();
    }

    @Test
    void partOfALineInsideIsMeasured() {
        Snapshot roads = layer(Intake.LINES, line(-5, 2, 15, 2), line(1, 1, 3, 1), line(20, 0, 30, 0));
        List<LinePiece> pieces = LineOverlay.lines(Site.of(box(0, 0, 10, 4)), roads);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.stream().mapToDouble(LinePiece::metres).sum())
                .isCloseTo(east(0, 10, 2) + east(1, 3, 1), within(1e-6));
    }

    @Test
    void lineThatComesAndGoesCountsEveryPartInside() {
        Snapshot road = layer(Intake.LINES, line(-1, 1, 2, 1, 2, -1, 3, -1, 3, 1, 4, 1));
        double up = LocalMetric.length(24, 0, 0.001);
        List<LinePiece> pieces = LineOverlay.lines(Site.of(box(0, 0, 10, 4)), road);
        assertThat(pieces.getFirst().metres()).isCloseTo(east(0, 2, 1) + east(3, 4, 1) + 2 * up, within(1e-6));
    }

    @Test
    void lineAlongACommonBoundaryCountsInOneOfTheTwoSites() {
        Snapshot road = layer(Intake.LINES, line(10, -3, 10, 7));
        double sum = 0;
        for (Geometry site : List.of(box(0, 0, 10, 4), box(10, 0, 20, 4)))
            for (LinePiece piece : LineOverlay.lines(Site.of(site), road)) sum += piece.metres();
        assertThat(sum).isCloseTo(LocalMetric.length(24, 0, 0.004), within(1e-6));
    }

    @Test
    void linesComeBackAsTheyCame() {
        Geometry both = Ground.JTS.createMultiLineString(new org.locationtech.jts.geom.LineString[] {
            (org.locationtech.jts.geom.LineString) line(0, 0, 1, 1),
            (org.locationtech.jts.geom.LineString) line(2, 2, 3, 3, 4, 2)
        });
        assertThat(layer(Intake.LINES, both).geometry(0).equalsExact(both)).isTrue();
    }

    @Test
    void pointsInsideAreCountedAndThoseAtOnePlaceEach() {
        Geometry at = Ground.JTS.createPoint(Ground.at(1, 1));
        Snapshot wells = layer(Intake.POINTS, at, at.copy(), Ground.JTS.createPoint(Ground.at(50, 50)));
        assertThat(LineOverlay.points(Site.of(box(0, 0, 10, 4)), wells)).hasSize(2);
        assertThat(wells.geometry(0)).isInstanceOf(org.locationtech.jts.geom.Point.class);
    }

    @Test
    void linesHaveNoAreaAndAreNotAskedForOne() {
        Snapshot road = layer(Intake.LINES, line(10, -3, 10, 7));
        assertThat(road.integral(0)).isZero();
        assertThatThrownBy(() -> SiteOverlay.cut(Site.of(box(0, 0, 1, 1)), road))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LINE");
    }
}
