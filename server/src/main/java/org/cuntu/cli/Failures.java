package org.cuntu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.HomeBusy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into sentences and an exit status. */
final class Failures {
    private final Cli cli;

    Failures(Cli cli) {
        this.cli = cli;
    }

    /** Arguments that picocli could not read. */
    Exit wrongUsage(ParameterException wrong) {
        Stopped stopped =
                switch (wrong) {
                    case UnmatchedArgumentException unknown -> unknown(unknown);
                    case MissingParameterException missing ->
                        Stopped.with(
                                Exit.WRONG_USAGE,
                                "cli.missing-argument",
                                "argument",
                                missing.getMissing().isEmpty()
                                        ? ""
                                        : missing.getMissing().getFirst().paramLabel());
                    default ->
                        Stopped.with(
                                Exit.WRONG_USAGE,
                                "cli.wrong-value",
                                "argument",
                                wrong.getArgSpec() == null ? "" : String.join(" ", Verbs.names(wrong.getArgSpec())),
                                "value",
                                wrong.getValue() == null ? "" : wrong.getValue());
                };
        cli.console().refused(stopped.problem());
        return stopped.exit();
    }

    private static Stopped unknown(UnmatchedArgumentException unknown) {
        String argument =
                unknown.getUnmatched().isEmpty() ? "" : unknown.getUnmatched().getFirst();
        List<String> near = unknown.getSuggestions();
        if (near.isEmpty()) return Stopped.with(Exit.WRONG_USAGE, "cli.unknown-argument", "argument", argument);
        return Stopped.with(
                Exit.WRONG_USAGE, "cli.unknown-argument-near", "argument", argument, "near", near.getFirst());
    }

    /** What a verb threw: the cause that says most counts, however often a framework has wrapped it. */
    Exit of(Throwable thrown) {
        Console console = cli.console();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Stopped stopped -> {
                    console.refused(stopped.problem());
                    return stopped.exit();
                }
                case ServerSaid said -> {
                    console.refused(said.problems());
                    return said.exit();
                }
                case InputRefused refused -> {
                    console.refused(refused.problems().stream()
                            .map(p -> Sentence.of(p, console.locale()))
                            .toList());
                    boolean guarded =
                            refused.problems().stream().anyMatch(p -> p.code().equals("home.demo-marks"));
                    return guarded ? Exit.NOT_ALLOWED : Exit.INPUT_REFUSED;
                }
                case HomeBusy busy -> {
                    console.refused(Stopped.with(Exit.BUSY, "cli.home-busy", "home", busy.home())
                            .problem());
                    return Exit.BUSY;
                }
                default -> {}
            }
        }
        return unexpected(thrown, console);
    }

    private Exit unexpected(Throwable thrown, Console console) {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String incident = HexFormat.of().formatHex(random);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        Path log = keep(incident, trace.toString());
        // without a home there is nowhere to write: the trace follows the message
        if (log == null) console.err().print(trace);
        console.refused(Stopped.with(
                        Exit.UNEXPECTED, "cli.unexpected", "incident", incident, "log", log == null ? "stderr" : log)
                .problem());
        return Exit.UNEXPECTED;
    }

    private @Nullable Path keep(String incident, String trace) {
        Path home = cli.home();
        if (!Files.isDirectory(home)) return null;
        try {
            Path log = Files.createDirectories(home.resolve("logs")).resolve("incident-" + incident + ".log");
            return Files.writeString(log, trace);
        } catch (IOException e) {
            return null;
        }
    }
}
