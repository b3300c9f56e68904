package org.cuntu.core.quality.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.formats.LayerFiles;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The issues of a run as a GeoPackage, EPSG:4490: a point each, and the outlines of those that have one. */
final class IssueGeoPackage {
    private static final int MOST = 1_000_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<Field> COLUMNS = List.of(
            column("XH", Field.Type.INTEGER),
            column("GZ", Field.Type.TEXT),
            column("JB", Field.Type.TEXT),
            column("WT", Field.Type.TEXT),
            column("LB", Field.Type.TEXT),
            column("BSM", Field.Type.TEXT),
            column("XGBSM", Field.Type.TEXT),
            column("MJ", Field.Type.DECIMAL),
            column("CD", Field.Type.DECIMAL),
            column("SJZ", Field.Type.TEXT),
            column("YQZ", Field.Type.TEXT));

    private IssueGeoPackage() {}

    /** @param folder where the work is done, and nothing is left */
    static byte[] of(QualityPapers.About about, IssuePages issues, Path folder) {
        IssueCells cells = new IssueCells(about);
        List<Row> points = new ArrayList<>();
        List<Row> outlines = new ArrayList<>();
        issues.first(MOST, issue -> {
            List<@Nullable Object> values = values(about, cells, issue);
            points.add(new Row(point(issue), values));
            Geometry outline = issue.outline();
            if (outline != null) outlines.add(new Row(outline, values));
        });
        try {
            Path file = Files.createTempFile(folder, "issues-", ".gpkg");
            try {
                LayerFiles.writePackage(
                        List.of(
                                layer("issues", about.word("sheet.issues"), points, true),
                                layer("outlines", about.word("sheet.outlines"), outlines, false)),
                        about.run().checkedAt(),
                        file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(Geometry shape, List<@Nullable Object> values) {}

    private static LayerContent layer(String name, String title, List<Row> rows, boolean points) {
        return new LayerContent(
                name,
                title,
                COLUMNS,
                Crs.CGCS2000,
                rows.size(),
                taker -> rows.forEach(row -> taker.take(row.shape(), row.values())),
                points ? Dimension.POINT : Dimension.AREA);
    }

    private static Field column(String code, Field.Type type) {
        return new Field(code, type, code, code);
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
