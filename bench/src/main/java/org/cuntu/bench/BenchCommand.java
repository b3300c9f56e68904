package org.cuntu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cuntu.bench.result.Document;
import org.cuntu.bench.result.Machine;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.RowsJson;
import org.cuntu.bench.row.BenchRun;
import org.cuntu.bench.row.Geos;
import org.cuntu.bench.row.Parts;
import org.cuntu.bench.row.Peers;
import org.cuntu.bench.row.Plan;
import org.cuntu.bench.row.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.JTSVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verb {@code bench}. Ends with 0 when it has measured, whatever came out; 1 when something broke; 2 on wrong usage. */
@Command(name = "./cuntu bench")
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--full", descriptionKey = "option.full")
    boolean full;

    @Option(names = "--tiny", descriptionKey = "option.tiny")
    boolean tiny;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "option.json")
    @Nullable
    Path json;

    @Option(names = "--doc", paramLabel = "FILE", descriptionKey = "option.doc")
    @Nullable
    Path doc;

    @Option(names = "--rows", paramLabel = "FILE", descriptionKey = "option.rows")
    @Nullable
    Path rows;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "NAMES",
            defaultValue = "postgis,jts,geos",
            descriptionKey = "option.peers")
    Set<Peers> peers = Set.of();

    @Option(names = "--only", split = ",", paramLabel = "PARTS", descriptionKey = "option.only")
    Set<Parts> only = Set.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", descriptionKey = "option.threads")
    int threads;

    @Option(names = "--heap", paramLabel = "MB", defaultValue = "256", descriptionKey = "option.heap")
    int heap;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "option.seed")
    long seed;

    /** Only shown in the help: the launcher runs it, as it is a test of the engine. */
    @Option(names = "--exact", paramLabel = "PAIRS", descriptionKey = "option.exact")
    int exact;

    /** As {@code --exact}: the launcher runs it. */
    @Option(names = "--corpus", paramLabel = "FOLDER", descriptionKey = "option.corpus")
    @Nullable
    Path corpus;

    @Option(names = "--jmh", descriptionKey = "option.jmh")
    boolean jmh;

    @Option(names = "--endpoint", paramLabel = "small|city|none", defaultValue = "", descriptionKey = "option.endpoint")
    String endpoint = "";

    /** Taken by the launcher before Java begins: its rows need a browser. Here only so that the help names it. */
    @Option(names = "--desk", descriptionKey = "option.desk")
    boolean desk;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "120", descriptionKey = "option.seconds")
    int seconds;

    @Option(names = "--open", paramLabel = "N", defaultValue = "10000", descriptionKey = "option.open")
    int open;

    @Option(names = "--closed", paramLabel = "N", defaultValue = "100000", descriptionKey = "option.closed")
    int closed;

    @Option(names = "--officers", paramLabel = "N", defaultValue = "50", descriptionKey = "option.officers")
    int officers;

    @Option(names = "--citizens", paramLabel = "N", defaultValue = "500", descriptionKey = "option.citizens")
    int citizens;

    @Option(names = "--hold", descriptionKey = "option.hold")
    boolean hold;

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "option.home")
    @Nullable
    Path home;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    String lang = "";

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    boolean quiet;

    @Option(names = "--help", usageHelp = true, descriptionKey = "option.help")
    boolean help;

    private final PrintStream out;
    private final PrintStream err;
    private final Words words;

    /** @param words in the language asked for: picocli's own texts need it before the options are read */
    BenchCommand(PrintStream out, PrintStream err, Words words) {
        this.out = out;
        this.err = err;
        this.words = words;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.getProperty("cuntu.lang", "zh"), System.out, System.err, arguments));
    }

    static int run(String language, PrintStream out, PrintStream err, String... arguments) {
        String asked = language;
        for (int i = 0; i + 1 < arguments.length; i++) if (arguments[i].equals("--lang")) asked = arguments[i + 1];
        Words words = new Words(asked.equals("en") ? "en" : "zh");
        CommandLine line = new CommandLine(new BenchCommand(out, err, words));
        line.setResourceBundle(words.bundle());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> {
            err.println(words.say("wrong-usage", String.valueOf(wrong.getMessage())));
            return 2;
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            err.println(words.say("unexpected", String.valueOf(thrown)));
            return 1;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        if (jmh) return Microbenchmarks.run(full);
        Machine machine = Machine.here();
        List<String> versions = new ArrayList<>();
        List<Row> measured;
        boolean whole = true;
        List<Row> earlier = rows == null ? List.of() : RowsJson.read(rows);
        if (rows != null && only.isEmpty()) {
            measured = earlier;
        } else {
            BenchRun run = new BenchRun(setting(machine), progress());
            measured = put(run.run(), earlier);
            run.postgisVersion().ifPresent(version -> versions.add("PostgreSQL " + version));
            whole = run.failures().isEmpty();
        }
        versions.add("JTS " + JTSVersion.CURRENT_VERSION);
        Geos.version().ifPresent(version -> versions.add("GEOS " + version));
        out.print(Table.of(measured, words));
        out.flush();
        if (json != null) Files.writeString(json, RowsJson.write(measured));
        if (doc != null) Files.writeString(doc, Document.of(measured, machine, name(), date(), versions));
        return whole ? 0 : 1;
    }

    /** In their old places; what is new comes last. */
    private static List<Row> put(List<Row> measured, List<Row> earlier) {
        Map<String, Row> all = new LinkedHashMap<>();
        for (Row row : earlier) all.put(row.name() + " " + row.size() + " " + row.peerName(), row);
        for (Row row : measured) all.put(row.name() + " " + row.size() + " " + row.peerName(), row);
        return List.copyOf(all.values());
    }

    private BenchRun.Setting setting(Machine machine) throws IOException {
        Plan plan = full ? Plan.FULL : tiny ? Plan.TINY : Plan.USUAL;
        int jtsHeap = (int) StrictMath.min(1_000 + plan.patches() / 100L, machine.memoryGigabytes() * 700);
        String size = endpoint.isEmpty() ? full ? "small" : "none" : endpoint;
        return new BenchRun.Setting(
                plan,
                seed,
                WorkFolder.make(home),
                Path.of(System.getProperty("cuntu.root", "")).toAbsolutePath(),
                peers,
                only.isEmpty() ? usual() : only,
                threads,
                heap,
                jtsHeap,
                size.equals("none") ? "" : size,
                new BenchRun.CaseLoad(open, closed, officers, citizens, seconds, hold));
    }

    /** The making of a city takes longer than all the rest of a short run. */
    private Set<Parts> usual() {
        return full
                ? EnumSet.allOf(Parts.class)
                : EnumSet.complementOf(EnumSet.of(Parts.DATA, Parts.SURVEY, Parts.CASES));
    }

    private Progress progress() {
        long start = System.nanoTime();
        return (key, arguments) -> {
            if (quiet) return;
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            err.println("[" + seconds + " s] " + words.say("say." + key, arguments));
        };
    }

    private String name() {
        return "./cuntu bench" + (full ? " --full" : tiny ? " --tiny" : "");
    }

    /** Of the measuring: today, or when the rows were written. */
    private String date() throws IOException {
        Instant at =
                rows == null ? Instant.now() : Files.getLastModifiedTime(rows).toInstant();
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
