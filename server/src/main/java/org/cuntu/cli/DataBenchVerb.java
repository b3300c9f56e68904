package org.cuntu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./cuntu bench --only data} runs on the home of a demo city that it throws away afterwards: files of every format taken
 * all the way to a release, and the whole check of the survey layer.
 */
@Command(name = "data-bench", hidden = true)
final class DataBenchVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    /** How many patches a file has; at most those of the city. */
    @Option(names = "--patches")
    int patches = 100_000;

    @Option(names = "--rounds")
    int rounds = 3;

    @Option(names = "--formats", split = ",")
    List<FileFormat> formats =
            List.of(FileFormat.SHP, FileFormat.GEOJSON, FileFormat.GPKG, FileFormat.FGB, FileFormat.CSV);

    /** What the files answer for: {@code city} by the townships, {@code features} by a reading of their own. */
    @Option(names = "--ground", split = ",")
    List<String> grounds = List.of("city", "features");

    /** How often the layer is checked; 0: it is not. */
    @Option(names = "--checks")
    int checks = 1;

    /** One patch in so many is made wrong before the check. */
    @Option(names = "--sown")
    int sown = 1_000;

    @Option(names = "--json")
    boolean json;

    @Override
    public Integer call() throws Exception {
        Console console = Verbs.parent(cli).console();
        try (ConfigurableApplicationContext application =
                Application.start(Verbs.parent(cli).home(), false, Settings.Mode.LOCAL, Map.of())) {
            DataBench bench = new DataBench(
                    application.getBean(Baselines.class),
                    application.getBean(SnapshotStore.class),
                    application.getBean(LayerFiles.class),
                    application.getBean(Files.class),
                    application.getBean(LayerImport.class),
                    application.getBean(LayerChecks.class),
                    application.getBean(Tasks.class),
                    application.getBean(Home.class));
            List<Map<String, Object>> rows = rows(bench);
            console.result(json ? JsonMapper.shared().writeValueAsString(rows) + "\n" : text(rows));
            return Exit.DONE.status();
        }
    }

    private List<Map<String, Object>> rows(DataBench bench) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FileFormat format : formats)
            for (String ground : grounds) {
                DataBench.Imported imported = bench.imported(format, patches, ground, rounds);
                rows.add(row(
                        "import " + format.name().toLowerCase(Locale.ROOT) + ", ground " + ground,
                        imported.features(),
                        imported.seconds(),
                        "megabytes",
                        imported.bytes() >> 20));
            }
        for (int round = 0; round < checks; round++) {
            DataBench.Checked checked = bench.checked(sown);
            Map<String, Object> row =
                    row("check", checked.features(), List.of(checked.seconds()), "heapMegabytes", checked.heap() >> 20);
            row.put("issues", checked.issues());
            row.put("rules", checked.rules());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(String what, long features, List<Double> seconds, String key, long value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("features", features);
        row.put("seconds", seconds);
        row.put(key, value);
        return row;
    }

    private static String text(List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }
}
