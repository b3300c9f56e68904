package org.cuntu.platform.home;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The only reader of the system's clock (contracts 4). Instants are UTC cut to microseconds; dates are the city's, never the
 * machine's. Thread safe.
 */
public final class CityClock {
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final InstantSource source;
    private final ZoneId zone;

    public CityClock(InstantSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /** The machine's clock, in the city's zone. */
    public static CityClock system(ZoneId zone) {
        return new CityClock(InstantSource.system(), zone);
    }

    /** Now, cut to microseconds. */
    public Instant now() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in the city. */
    public LocalDate today() {
        return LocalDate.ofInstant(source.instant(), zone);
    }

    /** The last microsecond of a day in the city. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** An instant for a reader, on the city's clock to the minute: {@code 2026-11-24 09:00}. */
    public String text(Instant instant) {
        return READABLE.format(instant.atZone(zone));
    }

    /** The same clock, in UTC, for libraries that ask for one. */
    public Clock utc() {
        return source.withZone(ZoneOffset.UTC);
    }

    public ZoneId zone() {
        return zone;
    }
}
