package org.cuntu.outward.supervision.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.cuntu.platform.calendar.WorkingDays;

/** How many working days something took, without the union of its case's suspensions; pairs of days are counted once. Not thread safe. */
final class UsedDays {
    private record Pair(LocalDate from, LocalDate to) {}

    private final WorkingDays days;
    private final Map<UUID, List<DoneTable.Span>> suspensions;
    private final Map<Pair, OptionalInt> counted = new HashMap<>();

    UsedDays(WorkingDays days, Map<UUID, List<DoneTable.Span>> suspensions) {
        this.days = days;
        this.suspensions = suspensions;
    }

    /** Empty with a year that has no calendar. */
    OptionalInt of(DoneTable.Item item) {
        if (!item.done().isAfter(item.opened())) return OptionalInt.of(0);
        UUID suspended = item.caseId();
        List<DoneTable.Span> spans = suspended == null ? List.of() : suspensions.getOrDefault(suspended, List.of());
        if (spans.isEmpty())
            return counted.computeIfAbsent(
                    new Pair(item.opened(), item.done()), pair -> days.between(pair.from(), pair.to()));
        int used = 0;
        for (LocalDate day = item.opened().plusDays(1); !day.isAfter(item.done()); day = day.plusDays(1)) {
            if (stands(spans, day)) continue;
            Optional<Boolean> working = days.isWorkingDay(day);
            if (working.isEmpty()) return OptionalInt.empty();
            if (working.get()) used++;
        }
        return OptionalInt.of(used);
    }

    /** As the clocks of cases count: the day on which it begins counts, that on which it ends does not. */
    private static boolean stands(List<DoneTable.Span> spans, LocalDate day) {
        return spans.stream()
                .anyMatch(span -> day.isAfter(span.from()) && (span.to() == null || !day.isAfter(span.to())));
    }
}
