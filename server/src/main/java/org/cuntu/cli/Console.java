package org.cuntu.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.Problem;

/** The two streams of a command: the result on one, everything else on the other. */
final class Console {
    private static final int SHOWN = 3;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;
    private final CliWords words;

    Console(PrintStream out, PrintStream err, CliWords words, boolean quiet) {
        this.out = out;
        this.err = err;
        this.words = words;
        this.quiet = quiet;
    }

    CliWords words() {
        return words;
    }

    Locale locale() {
        return words.locale();
    }

    /** Where results go. */
    PrintStream out() {
        return out;
    }

    /** Where everything else goes. */
    PrintStream err() {
        return err;
    }

    /** The result of the verb. */
    void result(String text) {
        result(text.getBytes(StandardCharsets.UTF_8));
    }

    void result(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** Progress: left out with {@code --quiet}. */
    void progress(String key, Object... args) {
        if (!quiet) err.println(words.say(key, args));
    }

    /** Problems that do not stop the verb. */
    void warnings(List<Sentence> warnings) {
        if (!quiet) print("cli.mark.warning", warnings);
    }

    /** Problems that stopped it; said even with {@code --quiet}. */
    void refused(List<Sentence> problems) {
        print("cli.mark.refused", problems);
    }

    void refused(Problem problem) {
        refused(List.of(Sentence.of(problem, words.locale())));
    }

    private void print(String mark, List<Sentence> sentences) {
        for (Sentence one : sentences.subList(0, Math.min(SHOWN, sentences.size()))) {
            err.println(words.say(mark) + " " + one.what() + "  [" + one.code() + "]");
            if (!one.where().isEmpty()) err.println("  " + words.say("cli.where", "where", one.where()));
            if (!one.todo().isEmpty()) err.println("  " + words.say("cli.todo", "todo", one.todo()));
        }
        int more = sentences.size() - SHOWN;
        if (more > 0) err.println(words.say("cli.more", "count", more));
    }
}
