package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which archives stay: the newest of each of the last days, weeks (ISO 8601) and months that have one, on the city's
 * calendar; always the newest that can be restored. Another's archives in the folder are never touched.
 */
@Component
class Retention {
    private final BackupTable table;
    private final Settings.Backup settings;
    private final CityClock clock;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    Retention(
            BackupTable table,
            Settings settings,
            CityClock clock,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.table = table;
        this.settings = settings.backup();
        this.clock = clock;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** The row first: an archive whose row says it is there and is not would be an alarm, the reverse is only a rest. */
    void apply() {
        List<BackupCopy> all = table.listKept();
        Set<UUID> kept = kept(all, clock.zone(), settings.keepDaily(), settings.keepWeekly(), settings.keepMonthly());
        for (BackupCopy copy : all) {
            if (kept.contains(copy.id())) continue;
            transaction.executeWithoutResult(status -> {
                table.removed(copy.id(), clock.now());
                String name = String.valueOf(copy.file().getFileName());
                proof.append(new ProofAct(actor.id(), "backup:copy:remove", name, copy.sha256()));
            });
            try {
                Files.deleteIfExists(copy.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param copies the newest first */
    static Set<UUID> kept(List<BackupCopy> copies, ZoneId zone, int daily, int weekly, int monthly) {
        Set<UUID> kept = new HashSet<>();
        List<BackupCopy> usable = copies.stream().filter(BackupCopy::isUsable).toList();
        if (!usable.isEmpty()) kept.add(usable.getFirst().id());
        Function<BackupCopy, LocalDate> day = copy -> day(copy.madeAt(), zone);
        collect(usable, day::apply, daily, kept);
        collect(
                usable,
                copy -> day.apply(copy).get(IsoFields.WEEK_BASED_YEAR) + " "
                        + day.apply(copy).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                weekly,
                kept);
        collect(usable, copy -> YearMonth.from(day.apply(copy)), monthly, kept);
        return kept;
    }

    private static void collect(
            List<BackupCopy> newestFirst, Function<BackupCopy, Object> period, int most, Set<UUID> kept) {
        Set<Object> seen = new LinkedHashSet<>();
        for (BackupCopy copy : newestFirst) {
            Object of = period.apply(copy);
            if (seen.contains(of)) continue;
            if (seen.size() == most) return;
            seen.add(of);
            kept.add(copy.id());
        }
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
