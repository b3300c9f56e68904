package org.cuntu.core.quality.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.core.conformity.report.GeoPackageWriter;
import org.cuntu.core.conformity.report.PieceLayer;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The issues of a run as a GeoPackage, EPSG:4490: a point each, and the outlines of those that have one. */
final class IssueGeoPackage {
    private static final int MOST = 1_000_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<PieceLayer.Column> COLUMNS = List.of(
            new PieceLayer.Column("XH", 0),
            new PieceLayer.Column("GZ", -1),
            new PieceLayer.Column("JB", -1),
            new PieceLayer.Column("WT", -1),
            new PieceLayer.Column("LB", -1),
            new PieceLayer.Column("BSM", -1),
            new PieceLayer.Column("XGBSM", -1),
            new PieceLayer.Column("MJ", 2),
            new PieceLayer.Column("CD", 3),
            new PieceLayer.Column("SJZ", -1),
            new PieceLayer.Column("YQZ", -1));

    private IssueGeoPackage() {}

    /** @param folder where SQLite works, and nothing is left */
    static byte[] of(QualityPapers.About about, IssuePages issues, Path folder) {
        IssueCells cells = new IssueCells(about);
        List<PieceLayer.Row> points = new ArrayList<>();
        List<PieceLayer.Row> outlines = new ArrayList<>();
        issues.first(MOST, issue -> {
            List<@Nullable Object> values = values(about, cells, issue);
            points.add(new PieceLayer.Row(point(issue), values));
            Geometry outline = issue.outline();
            if (outline != null) outlines.add(new PieceLayer.Row(outline, values));
        });
        return new GeoPackageWriter(folder)
                .write(
                        List.of(
                                new PieceLayer("issues", about.word("sheet.issues"), COLUMNS, points, true),
                                new PieceLayer("outlines", about.word("sheet.outlines"), COLUMNS, outlines)),
                        about.run().checkedAt());
    }

    private static Geometry point(LayerIssue issue) {
        return issue.bounds().length == 4
                ? FACTORY.createPoint(new Coordinate(issue.longitude(), issue.latitude()))
                : FACTORY.createPoint();
    }

    private static List<@Nullable Object> values(QualityPapers.About about, IssueCells cells, LayerIssue issue) {
        Area area = issue.area();
        return Arrays.asList(
                issue.number(),
                issue.rule(),
                about.word("severity." + issue.severity()),
                cells.title(issue),
                about.word("kind." + issue.kind()),
                issue.feature(),
                issue.other(),
                area == null ? null : area.toBigDecimal(),
                issue.length(),
                issue.value(),
                issue.expected());
    }
}
