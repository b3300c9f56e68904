package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A file's whole way, from the upload to the row of its release, in each format; and the whole check of the survey: every rule on fields
 * and shapes, one patch in a thousand wrong, the issues stored. In a process of our own with a heap of 1 GB, on a demo city of its own.
 */
final class DataRows {
    private static final int CITY = 1_000_000;
    private static final int FILE = 200_000;
    private static final String HEAP = "1g";
    private static final double IMPORT_MUST = 50_000;
    private static final double IMPORT_AIM = 100_000;
    private static final double CHECK_MUST = 180;
    private static final double CHECK_AIM = 120;

    private DataRows() {}

    static List<Row> rows(BenchRun.Setting setting, Progress progress) {
        String size = setting.plan().patches() >= CITY ? "city" : "small";
        Path home = setting.folder().resolve("data-home");
        progress.say("data", size);
        command(setting, "3g", "demo", "--prepare", "--home", home.toString(), "--size", size);
        Path answer = command(
                setting, HEAP, "data-bench", "--home", home.toString(), "--patches", String.valueOf(FILE), "--json");
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(answer.toFile()))
            rows.addAll(each.has("heapMegabytes") ? check(each) : List.of(imported(each)));
        return rows;
    }

    private static Row imported(JsonNode each) {
        double[] seconds = SiteRows.nanos(each.get("seconds"));
        double features = each.get("features").asDouble();
        for (int i = 0; i < seconds.length; i++) seconds[i] = features / seconds[i];
        return Row.alone(
                "whole " + each.get("what").asString(),
                Plan.inWords((int) features) + " patches",
                "features/s",
                seconds,
                Goal.atLeast(IMPORT_MUST, IMPORT_AIM),
                Load.now());
    }

    private static List<Row> check(JsonNode each) {
        double share = each.get("features").asDouble() / CITY;
        String size = Plan.inWords(each.get("features").asInt()) + " patches, "
                + each.get("issues").asLong() + " issues";
        return List.of(
                Row.alone(
                        "whole check of a layer",
                        size,
                        "s",
                        SiteRows.nanos(each.get("seconds")),
                        Goal.atMost(rounded(CHECK_MUST * share), rounded(CHECK_AIM * share)),
                        Load.now()),
                Row.alone(
                        "heap of the whole check, garbage counted",
                        size,
                        "MB",
                        new double[] {each.get("heapMegabytes").asDouble()},
                        Goal.atMost(1024, 512),
                        Load.now()));
    }

    /** As a goal is printed. */
    private static double rounded(double seconds) {
        return StrictMath.round(seconds * 100) / 100.0;
    }

    /** Runs a verb of the launcher; the file with what it has said. */
    private static Path command(BenchRun.Setting setting, String heap, String... verb) {
        List<String> words =
                new ArrayList<>(List.of(setting.root().resolve("cuntu").toString()));
        words.addAll(List.of(verb));
        Path said = setting.folder().resolve(verb[0] + ".json");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(said.toFile())
                .redirectError(Redirect.appendTo(
                        setting.folder().resolve("workers.log").toFile()));
        builder.environment().put("CUNTU_HEAP", heap);
        try {
            int status = builder.start().waitFor();
            if (status != 0) throw new IllegalStateException("./cuntu " + verb[0] + " ended with " + status);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
