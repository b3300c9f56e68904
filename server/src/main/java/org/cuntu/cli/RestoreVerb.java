package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.backup.Restore;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.Private;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code restore FILE --home NEW}: a new home out of an archive, compared hash by hash, and opened once. */
@Command(name = "restore")
final class RestoreVerb implements Callable<Integer> {
    private static final long SAY_EVERY = 64L << 20;

    @ParentCommand
    @Nullable
    Cli cli;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "restore.file")
    @Nullable
    Path file;

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "restore.key-file")
    @Nullable
    Path keyFile;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "restore.passphrase-file")
    @Nullable
    Path passphraseFile;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        Path archive = file;
        if (archive == null || parent.home == null) throw Stopped.with(Exit.WRONG_USAGE, "cli.restore-arguments");
        Path home = parent.home();
        Settings settings = RestoreSettings.read();
        Restore restored = Restore.run(
                archive.toAbsolutePath(),
                home,
                key(settings.backup()),
                city(settings).code(),
                settings.database(),
                progress(archive, console));
        keep(home);
        String why = opened(home, parent);
        if (!why.isEmpty()) console.progress("restore.degraded", "why", why);
        console.result(console.words()
                        .say(
                                "restore.done",
                                "home",
                                home,
                                "madeAt",
                                restored.madeAt(),
                                "files",
                                restored.files(),
                                "log",
                                restored.logSize())
                + "\n");
        return Exit.DONE.status();
    }

    private ArchiveKey key(Settings.Backup settings) {
        if (keyFile != null) return ArchiveKey.ofFile(keyFile);
        if (passphraseFile != null) return ArchiveKey.ofPassphrase(passphraseFile);
        if (settings.passphraseFile() != null) return ArchiveKey.ofPassphrase(settings.passphraseFile());
        if (settings.keyFile() != null) return ArchiveKey.ofFile(settings.keyFile());
        throw Stopped.with(Exit.WRONG_USAGE, "cli.restore-arguments");
    }

    private static CityFolder city(Settings settings) {
        Path stated = settings.city();
        return CityFolder.open(stated == null ? Cli.root().resolve("city/liuzhou") : stated);
    }

    private static java.util.function.LongConsumer progress(Path archive, Console console) {
        long[] said = {0};
        return read -> {
            if (read - said[0] < SAY_EVERY) return;
            said[0] = read;
            try {
                console.progress("restore.progress", "done", read, "total", Files.size(archive));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The next backups of the restored home are sealed with the same key. */
    private void keep(Path home) {
        if (keyFile == null) return;
        try {
            Private.write(home.resolve("keys/backup.key"), Files.readString(keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens it once: what is missing is said now and not to the first user. */
    private static String opened(Path home, Cli cli) {
        try (ConfigurableApplicationContext application = Application.command(home, cli)) {
            List<String> why = application
                    .getBeanProvider(Degraded.class)
                    .orderedStream()
                    .flatMap(report -> report.why().stream())
                    .toList();
            return String.join("; ", why);
        }
    }
}
