package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code review FILE…}: each file is one site; the result is its review, whatever the verdict. */
@Command(name = "review")
final class ReviewVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "review.file")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "text|json|pdf|xlsx|gpkg|shp", descriptionKey = "review.format")
    ReviewOrder.Format format = ReviewOrder.Format.TEXT;

    @Option(names = "--out", paramLabel = "PATH", descriptionKey = "review.out")
    @Nullable
    Path out;

    @Option(names = "--crs", paramLabel = "EPSG:N", descriptionKey = "review.crs")
    @Nullable
    String crs;

    @Option(names = "--site", paramLabel = "ID", descriptionKey = "review.site")
    @Nullable
    String site;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "review.kind")
    @Nullable
    String kind;

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "review.purpose")
    @Nullable
    String purpose;

    @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "review.level")
    @Nullable
    String level;

    @Option(names = "--document", paramLabel = "TYPE", descriptionKey = "review.document")
    List<String> documents = List.of();

    @Option(names = "--fact", paramLabel = "KEY=VALUE", descriptionKey = "review.fact")
    List<String> facts = List.of();

    @Option(names = "--paper", paramLabel = "TYPE,NUMBER,DATE,ISSUER,LEVEL", descriptionKey = "review.paper")
    List<String> papers = List.of();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "review.as-of")
    @Nullable
    String asOf;

    @Option(names = "--known", paramLabel = "DATE", descriptionKey = "review.known")
    @Nullable
    String known;

    @Option(names = "--applied-on", paramLabel = "DATE", descriptionKey = "review.applied-on")
    @Nullable
    String appliedOn;

    @Option(names = "--replay", paramLabel = "ID", descriptionKey = "review.replay")
    @Nullable
    String replay;

    @Option(names = "--store", descriptionKey = "review.store")
    boolean store;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        check(console);
        try (Desk desk = Desks.open(parent, store || replay != null)) {
            if (replay != null) {
                give(desk.replay(replay, format, console.locale().getLanguage()), null, console);
                return Exit.DONE.status();
            }
            for (Path file : files) give(one(desk, file, console.locale().getLanguage()), file, console);
            return Exit.DONE.status();
        }
    }

    /** Everything that can be known to be wrong before anything is started. */
    private void check(Console console) {
        if (replay == null && files.isEmpty()) throw wrong("cli.review-needs-file");
        if (replay != null && !files.isEmpty()) throw wrong("cli.replay-or-file");
        if (replay != null && format.isBinary()) throw wrong("cli.replay-no-pdf");
        date("--as-of", asOf);
        date("--applied-on", appliedOn);
        StatedFacts.of(null, facts, papers);
        for (Path file : files)
            if (!Files.isRegularFile(file)) throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", file);
        Path folder = out;
        if (files.size() > 1 && (folder == null ? format.isBinary() : !Files.isDirectory(folder)))
            throw wrong("cli.out-needs-folder");
        if (folder == null
                && format.isBinary()
                && System.console() != null
                && System.console().isTerminal()) throw wrong("cli.pdf-needs-out");
    }

    static void date(String option, @Nullable String text) {
        if (text == null) return;
        try {
            LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong("cli.wrong-date", "argument", option, "value", text);
        }
    }

    private static Stopped wrong(String code, Object... args) {
        return Stopped.with(Exit.WRONG_USAGE, code, args);
    }

    private Answer one(Desk desk, Path file, String language) {
        String name = String.valueOf(file.getFileName());
        if (site == null) return desk.review(order(null, name, language), file, name);
        SitePick pick = SitePick.of(file, site, language);
        try {
            Path alone = Files.createTempFile("cuntu-site", ".geojson");
            try {
                return desk.review(order(pick, name, language), pick.write(alone), name);
            } finally {
                Files.deleteIfExists(alone);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command states goes before what the file says of the project. */
    private ReviewOrder order(@Nullable SitePick pick, String name, String language) {
        return new ReviewOrder(
                format,
                pick == null ? name : pick.name(),
                crs,
                first(kind, pick == null ? null : pick.text("kind"), ""),
                first(purpose, pick == null ? null : pick.text("purpose"), ""),
                first(level, pick == null ? null : pick.text("level"), ""),
                documents.isEmpty() && pick != null ? pick.documents() : documents,
                StatedFacts.of(pick, facts, papers),
                appliedOn != null || pick == null ? appliedOn : pick.text("appliedOn"),
                asOf,
                known,
                store,
                language);
    }

    private static String first(@Nullable String stated, @Nullable String inFile, String otherwise) {
        if (stated != null) return stated;
        return inFile != null ? inFile : otherwise;
    }

    private void give(Answer answer, @Nullable Path file, Console console) {
        console.warnings(answer.warnings());
        if (!answer.id().isEmpty()) console.progress("review.stored", "id", answer.id());
        if (out == null) {
            console.result(answer.body());
            return;
        }
        Path target = Files.isDirectory(out) ? out.resolve(stem(file) + format.ending()) : out;
        Written.whole(target, answer.body());
        console.progress("review.written", "path", target);
    }

    private static String stem(@Nullable Path file) {
        return file == null ? "replay" : String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
    }
}
