package org.cuntu.platform.oversight.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;

/**
 * A query as it stands in an address. Times are dates of the city, a whole day each, or instants with an offset.
 *
 * @param box west,south,east,north or lon,lat
 * @param before where the last page ended: {@code instant_id}
 */
record QueryParams(
        @Nullable String person,
        @Nullable String act,
        @Nullable String object,
        @Nullable String typed,
        @Nullable String about,
        @Nullable String from,
        @Nullable String to,
        @Nullable String box,
        @Nullable String before) {
    ProofQuery query(CityClock clock) {
        return new ProofQuery(
                given(person),
                given(act),
                given(object),
                given(typed),
                given(about),
                time("from", given(from), clock, false),
                time("to", given(to), clock, true),
                ground(given(box)));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant time(String name, @Nullable String text, CityClock clock, boolean end) {
        if (text == null) return null;
        try {
            // four digits a year: no database holds more
            if (!text.matches("\\d{4}-.*")) throw refused(name);
            if (text.contains("T")) return OffsetDateTime.parse(text).toInstant();
            LocalDate day = LocalDate.parse(text);
            return (end ? day.plusDays(1) : day).atStartOfDay(clock.zone()).toInstant();
        } catch (DateTimeException e) {
            throw refused(name);
        }
    }

    private static @Nullable Box ground(@Nullable String text) {
        if (text == null) return null;
        try {
            double[] numbers = Arrays.stream(text.split("[,\\s]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == 2) numbers = new double[] {numbers[0], numbers[1], numbers[0], numbers[1]};
            Box box = Box.of(numbers);
            boolean onEarth = box != null
                    && box.west() >= -180
                    && box.east() <= 180
                    && box.south() >= -90
                    && box.north() <= 90
                    && box.west() <= box.east()
                    && box.south() <= box.north();
            if (onEarth) return box;
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused("box");
    }

    ProofSearch.@Nullable Place place() {
        String text = given(before);
        if (text == null) return null;
        try {
            String[] parts = text.split("_");
            return new ProofSearch.Place(
                    Instant.parse(parts[0]), UUID.fromString(parts[1]).toString());
        } catch (RuntimeException e) {
            throw refused("before");
        }
    }

    static InputRefused refused(String name) {
        return new InputRefused(Problem.refused("proof.request", Problem.Place.UNKNOWN, "name", name));
    }
}
