package org.cuntu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code import FILE --layer CODE}: a file becomes a released version of a layer, wholly or not at all. */
@Command(name = "import")
final class ImportVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "import.file")
    @Nullable
    Path file;

    @Option(names = "--layer", paramLabel = "CODE", required = true, descriptionKey = "import.layer")
    String layer = "";

    @Option(names = "--in-force-from", paramLabel = "DATE", descriptionKey = "import.in-force-from")
    @Nullable
    String inForceFrom;

    @Option(names = "--source", paramLabel = "TEXT", descriptionKey = "import.source")
    @Nullable
    String source;

    @Option(names = "--crs", paramLabel = "EPSG:N", descriptionKey = "review.crs")
    @Nullable
    String crs;

    @Option(names = "--ground", paramLabel = "features|city|CODE", descriptionKey = "import.ground")
    @Nullable
    String ground;

    @Option(names = "--source-layer", paramLabel = "NAME", descriptionKey = "import.source-layer")
    @Nullable
    String sourceLayer;

    @Option(names = "--correction", descriptionKey = "import.correction")
    boolean correction;

    @Option(names = "--invented", descriptionKey = "import.invented")
    boolean invented;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        Path given = file;
        if (given == null || !(Files.isRegularFile(given) || ShapefileBundle.isGeodatabase(given)))
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", String.valueOf(given));
        if (inForceFrom != null) ReviewVerb.date("--in-force-from", inForceFrom);
        String name = String.valueOf(given.getFileName());
        ImportOrder order = new ImportOrder(
                layer,
                inForceFrom,
                source == null ? name : source,
                crs,
                ground,
                sourceLayer,
                correction,
                invented,
                console.locale().getLanguage());
        try (Desk desk = Desks.open(parent, true)) {
            Answer answer = desk.importLayer(order, given, name, console);
            console.warnings(answer.warnings());
            console.result(answer.body());
        }
        return Exit.DONE.status();
    }
}
