package org.cuntu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cuntu.platform.formats.FileFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code export LAYER --format F --out FILE}: a layer, or those of its features that are asked for, as a file. */
@Command(name = "export")
final class ExportVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Parameters(index = "0", paramLabel = "LAYER", descriptionKey = "export.layer")
    String layer = "";

    @Option(
            names = "--format",
            paramLabel = "gpkg|shp|geojson|fgb|csv|xlsx|txt",
            required = true,
            descriptionKey = "export.format")
    FileFormat format = FileFormat.GPKG;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export.out")
    Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "review.as-of")
    @Nullable
    String asOf;

    @Option(names = "--known", paramLabel = "TIME", descriptionKey = "review.known")
    @Nullable
    String known;

    @Option(names = "--where", paramLabel = "FIELD=VALUE", descriptionKey = "export.where")
    List<String> where = List.of();

    @Option(names = "--within", paramLabel = "FILE", descriptionKey = "export.within")
    @Nullable
    Path within;

    @Option(names = "--within-crs", paramLabel = "EPSG:N", descriptionKey = "export.within-crs")
    @Nullable
    String withinCrs;

    @Option(names = "--crs", paramLabel = "EPSG:N", descriptionKey = "export.crs")
    @Nullable
    String crs;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        Path site = within;
        if (site != null && !Files.isRegularFile(site))
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", site);
        ReviewVerb.date("--as-of", asOf);
        ExportOrder order = new ExportOrder(
                layer,
                format,
                asOf,
                known,
                crs,
                where,
                site == null ? "" : String.valueOf(site.getFileName()),
                withinCrs,
                console.locale().getLanguage());
        Path target = Files.isDirectory(out) ? out.resolve(layer + "." + format.ending()) : out;
        try (Desk desk = Desks.open(parent, true)) {
            Answer answer = desk.exportLayer(order, site, console);
            Written.moved(parent.home().resolve("tmp/exports").resolve(answer.id()), target);
            console.warnings(answer.warnings());
            console.progress("review.written", "path", target);
            console.result(answer.body());
        }
        return Exit.DONE.status();
    }
}
