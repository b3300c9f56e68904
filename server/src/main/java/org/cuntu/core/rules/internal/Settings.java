package org.cuntu.core.rules.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The city's dated settings that rules read (settings.yaml).
 *
 * @param entries in the order of the file
 */
record Settings(List<Entry> entries) {
    /**
     * One value from one day on.
     *
     * @param value Long (for an area whole 0.01 m²) or List of String
     */
    record Entry(String name, Object value, LocalDate from, @Nullable LocalDate to) {
        boolean isInForce(LocalDate at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** The value at T: of those in force the one that began last. */
    Optional<Object> find(String name, LocalDate at) {
        Entry found = null;
        for (Entry entry : entries)
            if (entry.name().equals(name)
                    && entry.isInForce(at)
                    && (found == null || !entry.from().isBefore(found.from()))) found = entry;
        return Optional.ofNullable(found).map(Entry::value);
    }

    /** The values at T of these settings; one that is not in force is left out, and a rule that reads it is undecided. */
    Map<String, Object> at(LocalDate at, Set<String> wanted) {
        Map<String, Object> values = new TreeMap<>();
        for (String name : wanted) find(name, at).ifPresent(value -> values.put(name, value));
        return values;
    }
}
