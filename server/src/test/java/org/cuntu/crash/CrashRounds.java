package org.cuntu.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cuntu.testing.TestApplication;

/**
 * Rounds of one home: a {@link CrashWriter} looks through what the last one left, then writes with several threads and says
 * what was acknowledged; it is killed in the middle. Whatever was said must be there in the next round, to the last.
 *
 * @param home the folder
 * @param settings of the database
 * @param seed of the moments at which the process is killed
 */
record CrashRounds(Path home, List<String> settings, long seed) {
    private static final int LONGEST_MILLIS = 1500;
    private static final int PATIENCE_SECONDS = 120;

    /** @param acknowledged what the killed processes had said was done */
    record Outcome(int rounds, long acknowledged) {}

    /**
     * Runs and then looks once more.
     *
     * @throws AssertionError with round and seed when something acknowledged is missing or something is half done
     */
    Outcome run(int rounds) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Path said = Files.createFile(home.resolve("said.txt"));
        for (int round = 1; round <= rounds; round++) {
            long before = Files.size(said);
            killed(round, said, 1 + random.nextInt(LONGEST_MILLIS));
            if (round % 10 == 0) System.out.printf("crash round %d, seed %d%n", round, seed);
            if (Files.size(said) == before && round == 1)
                throw new AssertionError("nothing was acknowledged in the first round");
        }
        Process last = started(said, "look");
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = reader(last)) {
            out.lines().forEach(lines::add);
        }
        if (last.waitFor() != 0 || !lines.contains("whole")) throw fault(rounds, lines);
        try (var all = Files.lines(said)) {
            return new Outcome(rounds, all.count());
        }
    }

    private void killed(int round, Path said, int millis) throws IOException, InterruptedException {
        Process process = started(said, "write");
        List<String> lines = new ArrayList<>();
        CountDownLatch writing = new CountDownLatch(1);
        Thread reading = Thread.ofPlatform().start(() -> {
            try (BufferedReader out = reader(process)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                    }
                    if (line.equals("writing")) writing.countDown();
                }
            } catch (IOException e) {
                // the pipe of a process that was killed
            }
            writing.countDown();
        });
        boolean begun = writing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        // the moment of the blow is what this is about
        if (begun && process.isAlive()) process.waitFor(millis, TimeUnit.MILLISECONDS);
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        reading.join();
        if (!alive || !lines.contains("writing")) throw fault(round, lines);
        // a line that the blow cut off was not said
        String text = String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.matches("(file|release|task) \\S+ \\S+ ;"))
                        .toList());
        if (!text.isEmpty()) Files.writeString(said, text + "\n", StandardOpenOption.APPEND);
    }

    private Process started(Path said, String what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                what,
                said.toString(),
                "--cuntu.home=" + home,
                "--cuntu.root=" + TestApplication.root()));
        settings.forEach(setting -> command.add("--" + setting));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private AssertionError fault(int round, List<String> lines) {
        List<String> end = lines.subList(Math.max(0, lines.size() - 40), lines.size());
        return new AssertionError("round " + round + ", seed " + seed + ":\n" + String.join("\n", end));
    }
}
