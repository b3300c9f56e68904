package org.cuntu.core.rules.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * The city's dated settings that rules read (settings.yaml).
 *
 * @param entries in the order of the file
 */
record Settings(List<Entry> entries) {
    /**
     * One value while it holds.
     *
     * @param value Long (for an area whole 0.01 m²) or List of String
     */
    record Entry(String name, Object value, InForce held) {}

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** The value on a day as known at K: of those in force the one that began last. */
    Optional<Object> find(String name, LocalDate day, @Nullable Instant known) {
        List<Entry> versions =
                entries.stream().filter(entry -> entry.name().equals(name)).toList();
        return InForce.choose(versions, Entry::held, day, known).map(Entry::value);
    }

    /** The values of these settings; one that is not in force is left out, and a rule that reads it is undecided. */
    Map<String, Object> at(LocalDate day, @Nullable Instant known, Set<String> wanted) {
        Map<String, Object> values = new TreeMap<>();
        for (String name : wanted) find(name, day, known).ifPresent(value -> values.put(name, value));
        return values;
    }
}
