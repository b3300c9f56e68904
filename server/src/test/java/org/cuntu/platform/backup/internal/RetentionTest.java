package org.cuntu.platform.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cuntu.platform.backup.BackupCopy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which archives stay. */
class RetentionTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private final List<BackupCopy> copies = new ArrayList<>();

    @Test
    void theNewestOfEachDayWeekAndMonthStays() {
        // every night of 2026 up to Thursday 26 November
        for (LocalDate day = LocalDate.of(2026, 1, 1); !day.isAfter(LocalDate.of(2026, 11, 26)); day = day.plusDays(1))
            night(day, null);

        // counted on a calendar: 3 days; Sundays ending the two weeks before, of which the 22nd is another; ends of
        // months
        assertThat(kept(3, 3, 3))
                .containsExactly(
                        "2026-09-30",
                        "2026-10-31",
                        "2026-11-15",
                        "2026-11-22",
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26");
    }

    @Test
    void aDayIsTheCitysDay() {
        // half past two in the night of the 26th in Liuzhou is still the 25th in UTC
        night(LocalDate.of(2026, 11, 25), null);
        night(LocalDate.of(2026, 11, 26), null);

        assertThat(kept(2, 0, 0)).containsExactly("2026-11-25", "2026-11-26");
    }

    @Test
    void ofSeveralOnOneDayTheNewestStays() {
        BackupCopy morning = at(LocalDate.of(2026, 11, 26).atTime(8, 0), null);
        BackupCopy evening = at(LocalDate.of(2026, 11, 26).atTime(20, 0), null);

        assertThat(Retention.kept(List.of(evening, morning), CITY, 5, 5, 5)).containsExactly(evening.id());
    }

    @Test
    void anArchiveWithAFaultTakesNoPlaceAndTheNewestSoundOneStaysWhateverTheSettings() {
        night(LocalDate.of(2026, 11, 25), null);
        night(LocalDate.of(2026, 11, 26), "backup.damaged");

        assertThat(kept(1, 0, 0)).containsExactly("2026-11-25");
        assertThat(kept(0, 0, 0)).containsExactly("2026-11-25");
    }

    private void night(LocalDate day, @Nullable String fault) {
        copies.addFirst(at(day.atTime(2, 30), fault));
    }

    private List<String> kept(int daily, int weekly, int monthly) {
        Set<UUID> kept = Retention.kept(copies, CITY, daily, weekly, monthly);
        List<String> days = copies.stream()
                .filter(copy -> kept.contains(copy.id()))
                .map(copy -> LocalDate.ofInstant(copy.madeAt(), CITY).toString())
                .sorted()
                .toList();
        return days;
    }

    private static BackupCopy at(LocalDateTime time, @Nullable String fault) {
        Instant at = time.atZone(CITY).toInstant();
        return new BackupCopy(
                UUID.randomUUID(), at, Path.of("x"), 1, "0", 1, true, "local", 1, 0, at, fault, null, true);
    }
}
