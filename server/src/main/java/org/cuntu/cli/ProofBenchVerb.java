package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cuntu.platform.audit.ProofExports;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./cuntu bench --proof} runs on the private PostgreSQL that the launcher has started: so many writers, each act a
 * transaction of its own, while the sequencer keeps up; then the log is exported and verified.
 */
@Command(name = "proof-bench", hidden = true)
final class ProofBenchVerb implements Callable<Integer> {
    private static final int VERIFIED = 15;
    private static final int GOAL = 2_000;

    @ParentCommand
    @Nullable
    Cli cli;

    @Option(names = "--database", required = true)
    String database = "";

    @Option(names = "--writers")
    int writers = 64;

    @Option(names = "--seconds")
    int seconds = 20;

    @Option(names = "--json")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Console console = Verbs.parent(cli).console();
        Path home = Files.createTempDirectory("cuntu-proof-bench");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cuntu.database.url", database);
        settings.put("cuntu.database.user", "postgres");
        settings.put("cuntu.database.pool-size", 32);
        try (ConfigurableApplicationContext application =
                Application.start(home, false, Settings.Mode.LOCAL, settings)) {
            ProofBench bench = new ProofBench(
                    application.getBean(ProofLog.class),
                    application.getBean(ProofExports.class),
                    application.getBean(TransactionTemplate.class),
                    writers);
            bench.write(3, GOAL);
            ProofBench.Written paced = bench.write(seconds, GOAL);
            ProofBench.Written most = bench.write(seconds, 0);
            Path file = home.resolve("log.zip");
            bench.export(file);
            ProofBench.Verified verified = bench.verify(file, VERIFIED);
            console.result(json ? json(paced, most, verified) : text(paced, most, verified));
            return Exit.DONE.status();
        } finally {
            delete(home);
        }
    }

    private String text(ProofBench.Written paced, ProofBench.Written most, ProofBench.Verified verified) {
        return String.format(
                Locale.ROOT,
                """
                acts            %,10.0f /s   (%d writers, %d s, as many as they can, a transaction each; goal 2,000)
                included        %,10.0f ms   95 of 100 at %,.0f acts/s (%,d sampled; median %,.0f ms, most %,.0f ms; goal 1,000)
                verification    %,10.0f /s   (%,d entries, %d times, median; first %,.0f; goal 200,000)
                """,
                most.rate(),
                writers,
                seconds,
                paced.lag95(),
                paced.rate(),
                paced.sampled(),
                paced.lag50(),
                paced.lagMost(),
                verified.rate(),
                verified.entries(),
                VERIFIED,
                verified.first());
    }

    private String json(ProofBench.Written paced, ProofBench.Written most, ProofBench.Verified verified) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("writers", writers);
        tree.put("seconds", seconds);
        tree.put("paced", paced);
        tree.put("most", most);
        tree.put("verified", verified);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
