package org.cuntu.core.conformity.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.format.DbfColumn;
import org.cuntu.engine.format.ShapefileWriter;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;

/** The layers of pieces as two shapefiles in one zip, EPSG:4490, UTF-8. */
final class PieceFiles {
    private PieceFiles() {}

    static byte[] shapefile(List<PieceLayer> layers, LocalDate writtenOn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PieceLayer layer : layers) {
                ShapefileWriter writer = new ShapefileWriter(
                        Crs.CGCS2000, columns(layer), ShapefileWriter.Encoding.UTF_8, writtenOn);
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
