package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cuntu.engine.format.FeatureTable;
import org.cuntu.engine.format.ForeignFormat;
import org.cuntu.engine.format.SourceLayer;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/** FileGDB and DXF by way of GDAL: one layer becomes a GeoPackage in a folder of its own, which is read as any other. */
public final class GdalFormat implements ForeignFormat {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration LISTING = Duration.ofMinutes(2);
    /** {@code Layer: 地类图斑 (Multi Polygon)} */
    private static final Pattern LAYER = Pattern.compile("^(?:Layer|[0-9]+): (.*?)(?: \\(([^()]*)\\))?$");
    /** Arcs of drawings become chords of half a degree: at a radius of 50 m they leave the arc by half a millimetre. */
    private static final Map<String, String> DRAWING = Map.of("OGR_ARC_STEPSIZE", "0.5");

    private static final String PACKAGE = "GPKG";
    private static final String CONVERTED = "converted";

    private final Optional<Gdal> gdal;
    private final Duration limit;

    /** For the service loader: with the programs on this machine's path. */
    public GdalFormat() {
        this(Gdal.find(), LONGEST);
    }

    GdalFormat(Optional<Gdal> gdal, Duration limit) {
        this.gdal = gdal;
        this.limit = limit;
    }

    @Override
    public boolean reads(Kind kind) {
        return kind == Kind.FILE_GEODATABASE || kind == Kind.DXF;
    }

    @Override
    public FeatureTable open(
            Kind kind, Path file, String fileName, @Nullable String layer, Path workFolder, Runnable pulse) {
        Gdal programs = programs(kind, fileName);
        Path work = folder(workFolder);
        Job job = new Job(programs, fileName, work, pulse);
        try {
            return kind == Kind.DXF ? drawing(job, file, layer) : geodatabase(job, file, layer);
        } catch (IOException e) {
            remove(work);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(work);
            throw e;
        }
    }

    /**
     * One file's way through the programs.
     *
     * @param work its folder, removed when the table is closed
     */
    private record Job(Gdal programs, String fileName, Path work, Runnable pulse) {}

    private FeatureTable geodatabase(Job job, Path file, @Nullable String layer) throws IOException {
        List<String> drivers = List.of("OpenFileGDB", PACKAGE);
        String chosen = chosen(job, file, layer);
        Path made = converted(job, file, chosen, drivers, Map.of());
        return GeoPackageTable.open(made, job.fileName(), CONVERTED, () -> remove(job.work()));
    }

    private FeatureTable drawing(Job job, Path file, @Nullable String layer) throws IOException {
        // a kept file has no ending, by which the program would know it
        Path named = Files.createSymbolicLink(job.work().resolve("source.dxf"), file.toAbsolutePath());
        Path made = converted(job, named, "entities", List.of("DXF", PACKAGE), DRAWING);
        FeatureTable entities = GeoPackageTable.open(made, job.fileName(), CONVERTED, () -> remove(job.work()));
        return Drawing.open(entities, job.fileName(), layer);
    }

    @Override
    public List<SourceLayer> layers(Kind kind, Path file, String fileName, Path workFolder) {
        if (kind != Kind.FILE_GEODATABASE) return List.of();
        Path work = folder(workFolder);
        Job job = new Job(programs(kind, fileName), fileName, work, () -> {});
        try {
            Gdal.Run told = listed(job, List.of("-ro", "-so", "-al", file.toString()), file);
            List<SourceLayer> layers = GdalListing.layers(told.out());
            if (layers.isEmpty()) throw new InputRefused(Problem.refused("format.gdal-no-layer", Place.file(fileName)));
            return layers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(work);
        }
    }

    private Gdal.Run listed(Job job, List<String> arguments, Path file) throws IOException {
        Gdal programs = job.programs();
        Gdal.Order order = new Gdal.Order(programs.ogrinfo(), arguments, List.of("OpenFileGDB"), Map.of());
        Gdal.Run listed = programs.run(order, job.work(), LISTING, job.pulse());
        if (listed.status() != 0) throw failed(listed, file, job.fileName());
        return listed;
    }

    private Gdal programs(Kind kind, String fileName) {
        return gdal.orElseThrow(() ->
                new InputRefused(Problem.refused("format.gdal-missing", Place.file(fileName), "kind", kind.title())));
    }

    /** The layer's name as the geodatabase writes it. */
    private String chosen(Job job, Path file, @Nullable String layer) throws IOException {
        Gdal.Run listed = listed(job, List.of("-ro", "-q", file.toString()), file);
        List<String> layers = new ArrayList<>();
        listed.out().lines().forEach(line -> {
            Matcher named = LAYER.matcher(line);
            if (named.matches() && !"None".equals(named.group(2))) layers.add(named.group(1));
        });
        Place place = Place.file(job.fileName());
        String names = layers.isEmpty()
                ? "-"
                : String.join(", ", layers.stream().limit(50).toList());
        if (layer != null)
            return layers.stream()
                    .filter(name -> name.equalsIgnoreCase(layer))
                    .findFirst()
                    .orElseThrow(() -> new InputRefused(
                            Problem.refused("format.layer-unknown", place, "layer", layer, "names", names)));
        if (layers.isEmpty()) throw new InputRefused(Problem.refused("format.gdal-no-layer", place));
        if (layers.size() > 1)
            throw new InputRefused(
                    Problem.refused("format.layer-needed", place, "count", layers.size(), "names", names));
        return layers.getFirst();
    }

    private Path converted(Job job, Path file, String layer, List<String> drivers, Map<String, String> environment)
            throws IOException {
        Path target = job.work().resolve("converted.gpkg");
        List<String> arguments = List.of(
                "-f",
                PACKAGE,
                "-gt",
                "65536",
                "-nln",
                CONVERTED,
                "-lco",
                "SPATIAL_INDEX=NO",
                "-lco",
                "GEOMETRY_NAME=geom",
                target.toString(),
                file.toString(),
                layer);
        Gdal programs = job.programs();
        Gdal.Order order = new Gdal.Order(programs.ogr2ogr(), arguments, drivers, environment);
        Gdal.Run run = programs.run(order, job.work(), limit, job.pulse());
        if (run.status() != 0 || !Files.exists(target)) throw failed(run, file, job.fileName());
        return target;
    }

    private InputRefused failed(Gdal.Run run, Path file, String fileName) {
        Place place = Place.file(fileName);
        if (run.late())
            return new InputRefused(Problem.refused("format.gdal-late", place, "minutes", limit.toMinutes()));
        // without the place in GDAL's own sources, and without paths of this machine
        String why = run.why()
                .replace(file.toString(), fileName)
                .replaceAll("^ERROR \\d+: (\\S+\\.cpp, \\d+: )?", "")
                .replaceAll("(/[\\w.-]+){2,}", "…");
        return new InputRefused(Problem.refused(
                "format.gdal-failed", place, "said", why.length() <= 200 ? why : why.substring(0, 200) + "…"));
    }

    private static Path folder(Path in) {
        try {
            return Files.createTempDirectory(in, "gdal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
