package org.cuntu.platform.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a layer can be taken away as. */
public enum FileFormat {
    /** OGC GeoPackage 1.3. */
    GPKG("gpkg", "application/geopackage+sqlite3"),
    /** ESRI shapefile, zipped. */
    SHP("zip", "application/zip"),
    GEOJSON("geojson", "application/geo+json"),
    /** FlatGeobuf 3. */
    FGB("fgb", "application/octet-stream"),
    /** Separated values with the outline as WKT. */
    CSV("csv", "text/csv"),
    /** A workbook of the attributes, without outlines. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The national plot-coordinate TXT: each feature a plot. */
    TXT("txt", "text/plain");

    private final String ending;
    private final String mediaType;

    FileFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Of the file's name, without the point. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By its name in any case of letters: gpkg, shp, geojson, fgb, csv, xlsx, txt. */
    public static Optional<FileFormat> find(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
