package org.cuntu.core.onemap.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;

/** The class schemes of the city's folder, {@code classes/<scheme>.csv}: code, name, first level, three-way class, English. */
@Component
class ClassFiles implements ClassSchemes {
    private final CityFolder city;
    private final ConcurrentHashMap<String, Optional<List<Entry>>> read = new ConcurrentHashMap<>();

    ClassFiles(CityFolder city) {
        this.city = city;
    }

    @Override
    public Optional<List<Entry>> find(String scheme) {
        return scheme.matches("[A-Z0-9]{1,20}") ? read.computeIfAbsent(scheme, this::read) : Optional.empty();
    }

    private Optional<List<Entry>> read(String scheme) {
        String name = "classes/" + scheme + ".csv";
        if (!Files.exists(city.file(name))) return Optional.empty();
        return Optional.of(new String(city.bytes(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> new Entry(
                        cell[0], cell[1], cell[2], cell[3], cell[4], english(cell, 5, 1), english(cell, 6, 3)))
                .toList());
    }

    /** A scheme of a city that has no English names keeps its own. */
    private static String english(String[] cell, int column, int own) {
        return column < cell.length && !cell[column].isEmpty() ? cell[column] : cell[own];
    }
}
