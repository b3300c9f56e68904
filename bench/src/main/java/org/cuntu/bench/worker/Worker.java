package org.cuntu.bench.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A process that answers commands: {@code main} of the children in Java. */
public final class Worker {
    /** One command; what it gives becomes JSON. */
    interface Task {
        Object run(String[] words) throws Exception;
    }

    private final Map<String, Task> tasks = new HashMap<>();

    /** @param arguments {@code ours}, {@code jts}, {@code live} or {@code cases} */
    public static void main(String[] arguments) throws IOException {
        Worker worker = new Worker();
        switch (arguments[0]) {
            case "ours" -> new OursWorker().register(worker);
            case "jts" -> new JtsWorker().register(worker);
            case "live" -> new LiveWorker().register(worker);
            case "cases" -> new CaseWorker().register(worker);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        worker.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
    }

    void on(String word, Task task) {
        tasks.put(word, task);
    }

    private void serve(BufferedReader commands, PrintStream answers) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            Object answer;
            try {
                String[] words = line.split("\t");
                answer = tasks.get(words[0]).run(Arrays.copyOfRange(words, 1, words.length));
            } catch (Exception | OutOfMemoryError | StackOverflowError e) {
                e.printStackTrace();
                answer = Map.of("error", e.toString());
            }
            answers.print(json.writeValueAsString(answer));
            answers.print('\n');
            answers.flush();
        }
    }
}
