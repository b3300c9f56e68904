package org.cuntu.platform.backup.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backups for the system administrator's page and for the command line. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/backups")
class BackupController {
    private static final int NEWEST = 200;

    private final Backups backups;
    private final Settings.Backup settings;
    private final boolean scheduled;
    private final CityClock clock;

    BackupController(Backups backups, Settings settings, CityClock clock) {
        this.backups = backups;
        this.settings = settings.backup();
        this.scheduled = Timetable.isWanted(settings);
        this.clock = clock;
    }

    /** The list and what stands about it; alarmHours null: no alarm. */
    record Page(
            List<Item> items,
            String folder,
            boolean sameDisk,
            String keyFile,
            boolean passphrase,
            String seal,
            boolean scheduled,
            String at,
            Keep keep,
            long alarmAfterHours,
            @Nullable Alarm alarm) {}

    record Keep(int daily, int weekly, int monthly) {}

    /** ageHours null: there is no backup at all. */
    record Alarm(@Nullable Long ageHours) {}

    /** ageMinutes since the moment that it holds. */
    record Item(
            String id,
            String madeAt,
            long ageMinutes,
            String file,
            long size,
            String sha256,
            int entries,
            boolean scheduled,
            String by,
            long tookMillis,
            long logSize,
            String verifiedAt,
            @Nullable String fault,
            @Nullable String removedAt,
            boolean present) {}

    @GetMapping
    @Requires("backup:copy:read")
    ResponseEntity<Page> list() {
        Page page = new Page(
                backups.listNewest(NEWEST).stream().map(this::item).toList(),
                backups.folder().toString(),
                backups.isOnTheSameDisk(),
                backups.keyFile().toString(),
                settings.passphraseFile() != null,
                settings.seal().name(),
                scheduled,
                settings.at().toString(),
                new Keep(settings.keepDaily(), settings.keepWeekly(), settings.keepMonthly()),
                settings.alarmAfter().toHours(),
                backups.alarm()
                        .map(alarm ->
                                new Alarm(alarm.age().map(Duration::toHours).orElse(null)))
                        .orElse(null));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }

    @PostMapping
    @Requires("backup:copy:make")
    ResponseEntity<Map<String, String>> make() {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(Map.of("task", backups.make().toString()));
    }

    @PostMapping("/{id}/verify")
    @Requires("backup:copy:make")
    ResponseEntity<Map<String, String>> verify(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(Map.of("task", backups.verify(id).toString()));
    }

    private Item item(BackupCopy copy) {
        return new Item(
                copy.id().toString(),
                copy.madeAt().toString(),
                Math.max(0, Duration.between(copy.madeAt(), clock.now()).toMinutes()),
                copy.file().toString(),
                copy.size(),
                copy.sha256(),
                copy.entries(),
                copy.scheduled(),
                copy.by(),
                copy.tookMillis(),
                copy.logSize(),
                copy.verifiedAt().toString(),
                copy.fault(),
                copy.removedAt() == null ? null : copy.removedAt().toString(),
                copy.present());
    }
}
