package org.cuntu.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** {@code backup [--out DIR]}: one archive of the home, made by the server that holds it or by this process. */
@Command(name = "backup")
final class BackupVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "backup.out")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        if (out != null && !Files.isDirectory(out))
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", out);
        JsonNode made = BackupDesk.of(parent).make(console);
        Path archive = Path.of(made.path("file").asString(""));
        Path shown = out == null ? archive : copied(archive, out);
        console.result(console.words()
                        .say(
                                "backup.done",
                                "file",
                                shown,
                                "size",
                                made.path("size").asLong(),
                                "entries",
                                made.path("entries").asInt(),
                                "millis",
                                made.path("millis").asLong())
                + "\n");
        console.progress("backup.key", "key", made.path("key").asString(""));
        return Exit.DONE.status();
    }

    /** On the disk for good before it has its name. */
    private static Path copied(Path archive, Path folder) {
        Path target = folder.resolve(Objects.requireNonNull(archive.getFileName()));
        try {
            if (Files.exists(target) && Files.isSameFile(archive, target)) return target;
            Path draft = Files.createTempFile(folder, ".cuntu-", ".part");
            try {
                Files.copy(archive, draft, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw Stopped.with(
                    Exit.INPUT_REFUSED, "cli.cannot-write", "path", target, "why", String.valueOf(e.getMessage()));
        }
    }
}
