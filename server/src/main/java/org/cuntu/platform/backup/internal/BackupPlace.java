package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.cuntu.platform.backup.ArchiveCipher;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.springframework.stereotype.Component;

/** Where archives lie, how they are called, with what they are sealed: by the settings. */
@Component
class BackupPlace {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Home home;
    private final Settings.Backup settings;
    private final CityFolder city;
    private final CityClock clock;

    BackupPlace(Home home, Settings settings, CityFolder city, CityClock clock) {
        this.home = home;
        this.settings = settings.backup();
        this.city = city;
        this.clock = clock;
    }

    Path folder() {
        Path wanted = settings.folder();
        return (wanted == null ? home.root().resolve("backups") : wanted)
                .toAbsolutePath()
                .normalize();
    }

    Path keyFile() {
        Path phrase = settings.passphraseFile();
        if (phrase != null) return phrase.toAbsolutePath().normalize();
        Path wanted = settings.keyFile();
        return (wanted == null ? home.keys().resolve("backup.key") : wanted)
                .toAbsolutePath()
                .normalize();
    }

    ArchiveKey key() {
        return settings.passphraseFile() == null
                ? ArchiveKey.ofFileOrNew(keyFile())
                : ArchiveKey.ofPassphrase(settings.passphraseFile());
    }

    ArchiveHeader header(ArchiveKey key, Instant madeAt) {
        ArchiveCipher cipher = ArchiveCipher.valueOf(settings.seal().name());
        return ArchiveHeader.make(cipher, key, city.code(), madeAt.toString());
    }

    /** {@code cuntu-450200-20261126-023000-1a2b.cuntubackup}, on the city's clock. */
    Path archive(Instant madeAt, UUID id) {
        String stamp = STAMP.format(madeAt.atZone(clock.zone()));
        return folder().resolve("cuntu-" + city.code() + "-" + stamp + "-"
                + id.toString().substring(0, 4) + ".cuntubackup");
    }

    boolean isOnTheSameDisk() {
        try {
            Path there = Files.isDirectory(folder()) ? folder() : home.root();
            return Files.getFileStore(there).equals(Files.getFileStore(home.root()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
