package org.cuntu.platform.calendar.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.cuntu.platform.calendar.CalendarYear;
import org.cuntu.platform.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Working days by the calendars of some years. */
class YearlyWorkingDays implements WorkingDays {
    /** Beyond so many days after a day nobody counts. */
    private static final int FARTHEST = 4_000;

    private final List<CalendarYear> all;
    private final ZoneId zone;
    private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();

    /** @param known K; null: all that is known */
    YearlyWorkingDays(List<CalendarYear> all, ZoneId zone, @Nullable Instant known) {
        this.all = all;
        this.zone = zone;
        for (CalendarYear each : all) {
            Instant from = each.knownFrom();
            if (from == null || known == null || !from.isAfter(known))
                years.merge(each.year(), each, YearlyWorkingDays::later);
        }
    }

    private static CalendarYear later(CalendarYear one, CalendarYear other) {
        Instant before = one.knownFrom() == null ? Instant.MIN : one.knownFrom();
        Instant after = other.knownFrom() == null ? Instant.MIN : other.knownFrom();
        return after.isBefore(before) ? one : other;
    }

    /** Hears of a year that was asked for and has no calendar. */
    void missing(int year) {}

    @Override
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year == null) missing(day.getYear());
        return year == null ? Optional.empty() : Optional.of(year.isWorkingDay(day));
    }

    @Override
    public Optional<LocalDate> add(LocalDate day, int count) {
        if (count < 0) throw new IllegalArgumentException(count + " working days");
        LocalDate last = day;
        for (int left = count; left > 0; ) {
            last = last.plusDays(1);
            Optional<Boolean> working = isWorkingDay(last);
            if (working.isEmpty() || last.isAfter(day.plusDays(FARTHEST))) return Optional.empty();
            if (working.get()) left--;
        }
        return Optional.of(last);
    }

    @Override
    public OptionalInt between(LocalDate day, LocalDate other) {
        if (other.isBefore(day)) {
            OptionalInt back = between(other, day);
            return back.isEmpty() ? back : OptionalInt.of(-back.getAsInt());
        }
        int count = 0;
        for (LocalDate each = day.plusDays(1); !each.isAfter(other); each = each.plusDays(1)) {
            Optional<Boolean> working = isWorkingDay(each);
            if (working.isEmpty()) return OptionalInt.empty();
            if (working.get()) count++;
        }
        return OptionalInt.of(count);
    }

    @Override
    public OptionalInt notKnown(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++)
            if (!years.containsKey(year)) return OptionalInt.of(year);
        return OptionalInt.empty();
    }

    @Override
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    @Override
    public Optional<CalendarYear> findYear(int year) {
        return Optional.ofNullable(years.get(year));
    }

    @Override
    public List<Integer> listYears() {
        return List.copyOf(years.keySet());
    }

    @Override
    public WorkingDays at(@Nullable Instant known) {
        return new YearlyWorkingDays(all, zone, known);
    }
}
