package org.cuntu.core.conformity.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.platform.formats.LayerFiles;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Writes a review's layers in EPSG:4490 as a GeoPackage. Thread safe. */
final class GeoPackageWriter {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Path folder;

    /** @param folder where the work is done, and nothing is left */
    GeoPackageWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * The file's bytes.
     *
     * @param changed the date that the file names as its last change
     */
    byte[] write(List<PieceLayer> layers, Instant changed) {
        try {
            Path file = Files.createTempFile(folder, "pieces-", ".gpkg");
            try {
                LayerFiles.writePackage(
                        layers.stream().map(GeoPackageWriter::content).toList(), changed, file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayerContent content(PieceLayer layer) {
        List<Field> fields = layer.columns().stream()
                .map(column -> new Field(column.name(), type(column), column.name(), column.name()))
                .toList();
        return new LayerContent(
                layer.name(),
                layer.title(),
                fields,
                Crs.CGCS2000,
                layer.rows().size(),
                row -> layer.rows().forEach(piece -> row.take(multi(piece.shape()), piece.values())));
    }

    private static Field.Type type(PieceLayer.Column column) {
        if (column.isText()) return Field.Type.TEXT;
        return column.decimals() == 0 ? Field.Type.INTEGER : Field.Type.DECIMAL;
    }

    static MultiPolygon multi(Geometry shape) {
        if (shape instanceof MultiPolygon multi) return multi;
        List<Polygon> polygons = new java.util.ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++)
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) polygons.add(polygon);
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
