package org.cuntu.core.conformity.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.engine.format.DbfColumn;
import org.cuntu.engine.format.ShapefileWriter;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import tools.jackson.databind.JsonNode;

/**
 * A review's plots and pieces as files that other tools open, EPSG:4490. Outlines are of the snapshots of the review, figures
 * are the review's: the pieces of a layer add up to the site.
 */
public final class PieceFiles {
    private PieceFiles() {}

    /**
     * A GeoPackage with the layers plots and pieces.
     *
     * @param folder where SQLite works, and nothing is left
     * @throws org.cuntu.engine.problem.InputRefused {@code review.snapshot-missing}
     */
    public static byte[] geoPackage(JsonNode review, ReviewGround ground, Cutter cutter, Path folder, Instant changed) {
        return new GeoPackageWriter(folder).write(PieceLayers.of(review, ground, cutter), changed);
    }

    /**
     * Two shapefiles in one zip, UTF-8.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code review.snapshot-missing}
     */
    public static byte[] shapefile(JsonNode review, ReviewGround ground, Cutter cutter, LocalDate writtenOn) {
        return shapefile(PieceLayers.of(review, ground, cutter), writtenOn);
    }

    private static byte[] shapefile(List<PieceLayer> layers, LocalDate writtenOn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PieceLayer layer : layers) {
                ShapefileWriter writer =
                        new ShapefileWriter(Crs.CGCS2000, columns(layer), ShapefileWriter.Encoding.UTF_8, writtenOn);
                List<ShapefileWriter.Row> rows = new ArrayList<>();
                for (PieceLayer.Row row : layer.rows())
                    rows.add(new ShapefileWriter.Row(
                            GeoShape.of(Crs.CGCS2000, GeoPackageWriter.multi(row.shape())), row.values()));
                writer.put(layer.name(), rows, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<DbfColumn> columns(PieceLayer layer) {
        return layer.columns().stream()
                .map(column -> column.isText()
                        ? DbfColumn.text(column.name())
                        : DbfColumn.number(column.name(), column.decimals() == 0 ? 10 : 18, column.decimals()))
                .toList();
    }
}
