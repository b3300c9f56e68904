package org.cuntu.platform.formats;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.engine.format.CsvLayer;
import org.cuntu.engine.format.FgbLayer;
import org.cuntu.engine.format.GeoJsonLayer;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.ShapefileLayer;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.formats.internal.GeoPackageLayer;
import org.cuntu.platform.formats.internal.PlotFile;
import org.cuntu.platform.formats.internal.WorkbookLayer;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/**
 * Writes a layer as a file of any format, feature by feature. Every vertex is converted once and keeps its digits; only plot TXT
 * rounds to millimetres, as its rules want. Thread safe.
 */
@Component
public class LayerFiles {
    private final CityClock clock;

    LayerFiles(CityClock clock) {
        this.clock = clock;
    }

    /**
     * @param file is overwritten; what a failure leaves there is the caller's to remove
     * @return what the format could not hold
     * @throws org.cuntu.engine.problem.InputRefused when the layer is larger than the format can be
     */
    public List<Problem> write(FileFormat format, LayerContent layer, Path file) {
        Instant now = clock.now();
        LocalDate today = clock.today();
        return switch (format) {
            case GPKG -> {
                writePackage(List.of(layer), now, file);
                yield List.of();
            }
            case SHP -> ShapefileLayer.write(layer, today, file);
            case GEOJSON -> {
                GeoJsonLayer.write(layer, file);
                yield List.of();
            }
            case FGB -> {
                FgbLayer.write(layer, file);
                yield List.of();
            }
            case CSV -> {
                CsvLayer.write(layer, file);
                yield List.of();
            }
            case XLSX -> WorkbookLayer.write(layer, file);
            case TXT -> PlotFile.write(layer, file);
        };
    }

    /**
     * Several layers as one GeoPackage.
     *
     * @param changed the date that the file names as its last change
     */
    public static void writePackage(List<LayerContent> layers, Instant changed, Path file) {
        GeoPackageLayer.write(layers, changed, file);
    }
}
