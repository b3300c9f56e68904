package org.cuntu.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The commands of {@code ./cuntu}: reads the arguments, runs the verb, turns whatever happens into an exit status. The
 * options here are those of every verb.
 */
@Command(name = "cuntu", mixinStandardHelpOptions = false)
public final class Cli implements Runnable {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "option.home")
    @Nullable
    Path home;

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    @Nullable
    String lang;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, descriptionKey = "option.quiet")
    boolean quiet;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Cli(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out, System.err, args).status());
    }

    /**
     * Runs one command to its end.
     *
     * @param environment {@code CUNTU_HOME}, {@code LANG} and their like
     */
    static Exit run(Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
        Cli cli = new Cli(environment, out, err);
        cli.lang = Language.stated(args);
        CommandLine line = Verbs.of(cli);
        Failures failures = new Failures(cli);
        line.setParameterExceptionHandler(
                (wrong, given) -> failures.wrongUsage(wrong).status());
        line.setExecutionExceptionHandler(
                (thrown, command, parsed) -> failures.of(thrown).status());
        int status = line.execute(asksForHelp(args) ? helpOf(line, args) : args);
        for (Exit exit : Exit.values()) if (exit.status() == status) return exit;
        throw new IllegalStateException("status " + status);
    }

    private static boolean asksForHelp(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals("--help") || arg.equals("-h"));
    }

    /** {@code demo --help} is {@code help demo}; other arguments do not matter then. */
    private static String[] helpOf(CommandLine line, String... args) {
        return Stream.concat(
                        Stream.of("help"),
                        Arrays.stream(args)
                                .filter(line.getSubcommands()::containsKey)
                                .limit(1))
                .toArray(String[]::new);
    }

    /** No verb: the help. */
    @Override
    public void run() {
        console().result(Verbs.help(console().words()));
    }

    Console console() {
        return new Console(out, err, CliWords.of(Language.of(lang, environment)), quiet);
    }

    /** The home that is meant: {@code --home}, else {@code CUNTU_HOME}, else {@code .cuntu} in the checkout. */
    Path home() {
        if (home != null) return home.toAbsolutePath().normalize();
        String stated = environment.getOrDefault("CUNTU_HOME", "");
        return (stated.isEmpty() ? root().resolve(".cuntu") : Path.of(stated))
                .toAbsolutePath()
                .normalize();
    }

    /** The checkout or the unpacked release: the launcher names it. */
    static Path root() {
        return Path.of(System.getProperty("cuntu.root", "")).toAbsolutePath().normalize();
    }
}
