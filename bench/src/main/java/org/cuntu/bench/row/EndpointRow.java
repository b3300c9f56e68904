package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.bench.city.BenchCity;
import org.cuntu.bench.peer.DemoServer;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Spread;
import org.cuntu.bench.worker.WorkerProcess;
import tools.jackson.databind.JsonNode;

/**
 * The live review as the page asks for it: HTTP and JSON, 100 a second for a minute, a client process of its own. No site of that minute
 * has been asked before: what the server remembers of a site cannot help it, what it knows of the ground may.
 */
final class EndpointRow {
    private static final int PER_SECOND = 100;
    private static final int SECONDS = 60;
    /** On two cores the compiler of a server that was just started is busy for minutes, and takes its time from the answers. */
    private static final int WARM_UP_SECONDS = 120;
    /** At first, while nothing is compiled yet. */
    private static final int FEW_PER_SECOND = 10;

    private static final int FEW_SECONDS = 40;
    /** Ground in the middle of the demo's city, as wide as its built-up core. */
    private static final int PATCHES_WIDE = 20_000;

    private static final int CLIENT_MEGABYTES = 256;

    private EndpointRow() {}

    /** @param size of the demo's city: small or city */
    static List<Row> rows(BenchRun.Setting setting, String size, Progress progress) {
        Path log = setting.folder().resolve("workers.log");
        Path warmUp = sites(setting, setting.seed() + 1, setting.plan().sites());
        Path asked = sites(setting, setting.seed(), PER_SECOND * SECONDS);
        progress.say("endpoint", size, PER_SECOND);
        try (DemoServer server =
                        DemoServer.start(setting.root(), setting.folder().resolve("home"), size, log);
                WorkerProcess client = WorkerProcess.java("live", CLIENT_MEGABYTES, log)) {
            client.ask("sites", warmUp.toString());
            if (!server.awaitRest()) throw new IllegalStateException("the demo's own tasks do not end");
            ask(client, server, FEW_PER_SECOND, FEW_SECONDS);
            ask(client, server, PER_SECOND, WARM_UP_SECONDS);
            client.ask("sites", asked.toString());
            double[] millis = ask(client, server, PER_SECOND, SECONDS);
            return List.of(Row.alone(
                    "live endpoint, p99",
                    size + ", " + PER_SECOND + "/s, " + SECONDS + " s",
                    "ms",
                    new double[] {Spread.percentile(millis, 0.99)},
                    Goal.atMost(15, 8),
                    Load.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Path sites(BenchRun.Setting setting, long seed, int count) {
        Path folder = setting.folder().resolve("sites-" + seed);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ground(BenchCity.of(seed, PATCHES_WIDE), folder, count).siteFile();
    }

    private static double[] ask(WorkerProcess client, DemoServer server, int perSecond, int seconds) {
        JsonNode answer = client.ask(
                "run", server.live().toString(), server.token(), String.valueOf(perSecond), String.valueOf(seconds));
        JsonNode failed = answer.get("failed");
        if (!failed.isEmpty()) throw new IllegalStateException("live reviews were not answered: " + failed);
        return SiteRows.nanos(answer.get("millis"));
    }
}
