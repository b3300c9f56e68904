package org.cuntu.bench.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A contender's process, as its parent sees it. For one thread. */
public final class WorkerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    private WorkerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * A child JVM of this one's class path.
     *
     * @param heapMegabytes {@code -Xmx}
     * @param log where what it says on stderr goes
     */
    public static WorkerProcess java(String kind, int heapMegabytes, Path log) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName(), kind));
        return start(kind, command, log);
    }

    /** Any program that keeps to the lines. */
    public static WorkerProcess start(String name, List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start();
            return new WorkerProcess(name, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One command and its answer.
     *
     * @throws WorkerFailed when it answers with an error or has ended
     */
    public JsonNode ask(String... words) {
        try {
            commands.write(String.join("\t", words));
            commands.write('\n');
            commands.flush();
            String line = answers.readLine();
            if (line == null) throw new WorkerFailed(name + " ended at: " + String.join(" ", words));
            JsonNode answer = JSON.readTree(line);
            if (answer.has("error"))
                throw new WorkerFailed(name + ": " + answer.get("error").asString());
            return answer;
        } catch (IOException e) {
            throw new WorkerFailed(name + " ended at: " + String.join(" ", words));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A contender broke down; what it measured is not to be had. */
    public static final class WorkerFailed extends RuntimeException {
        WorkerFailed(String why) {
            super(why);
        }
    }
}
