package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.WitnessFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code verify FILE}: checks an exported log, or the proof of one review or entry. Needs no home and no server. Status 0 when
 * all is as it was signed, 3 when not; the first thing wrong is named.
 */
@Command(name = "verify")
final class VerifyVerb implements Callable<Integer> {
    private static final String END = "-----END PUBLIC KEY-----";

    /** How the result is told. */
    enum Format {
        TEXT,
        JSON
    }

    @ParentCommand
    @Nullable
    Cli cli;

    @Parameters(paramLabel = "FILE", arity = "1", descriptionKey = "verify.file")
    @Nullable
    Path file;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "verify.key")
    List<Path> keys = List.of();

    @Option(names = "--witness", paramLabel = "FILE", descriptionKey = "verify.witness")
    List<Path> witnesses = List.of();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "verify.format")
    Format format = Format.TEXT;

    @Override
    public Integer call() {
        Console console = Verbs.parent(cli).console();
        Path given = existing(file);
        try {
            List<ProofKey> trusted = new ArrayList<>();
            for (Path key : keys) trusted.addAll(read(existing(key)));
            List<SignedHead> witness = new ArrayList<>();
            for (Path one : witnesses) witness.addAll(WitnessFile.read(existing(one)));
            long start = System.nanoTime();
            Checked checked = LogCheck.check(given, trusted, witness);
            double seconds = (System.nanoTime() - start) / 1e9;
            VerifyReport report = new VerifyReport(checked, seconds, console.words());
            console.result(format == Format.JSON ? report.json() : report.text());
            console.refused(checked.findings().stream()
                    .map(Finding::problem)
                    .map(problem -> Sentence.of(problem, console.locale()))
                    .toList());
            return (checked.isGenuine() ? Exit.DONE : Exit.INPUT_REFUSED).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file))
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", file == null ? "" : file);
        return file;
    }

    /** One key or several, as the platform gives them. */
    private static List<ProofKey> read(Path file) throws IOException {
        List<ProofKey> found = new ArrayList<>();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            for (int from = 0, to = text.indexOf(END); to >= 0; from = to + END.length(), to = text.indexOf(END, from))
                found.add(ProofKey.ofPem(text.substring(from, to + END.length())));
        } catch (IllegalArgumentException e) {
            found.clear();
        }
        if (found.isEmpty())
            throw new InputRefused(
                    Problem.refused("proof.no-key", Problem.Place.file(String.valueOf(file.getFileName()))));
        return found;
    }
}
