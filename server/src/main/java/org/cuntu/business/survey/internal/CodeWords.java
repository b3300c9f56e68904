package org.cuntu.business.survey.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;

/** The city's code lists, {@code codes/<field>.csv}: code, name, English (handbook survey database 2.4). Thread safe. */
@Component
class CodeWords {
    private final CityFolder city;
    private final ConcurrentHashMap<String, Map<String, Named>> read = new ConcurrentHashMap<>();

    CodeWords(CityFolder city) {
        this.city = city;
    }

    record Named(String zh, String en) {}

    /** In the order of the file; empty when the city has no such list. */
    Map<String, Named> of(String field) {
        return read.computeIfAbsent(field, this::read);
    }

    private Map<String, Named> read(String field) {
        String name = "codes/" + field + ".csv";
        Map<String, Named> names = new LinkedHashMap<>();
        if (!field.matches("[A-Z0-9]{1,20}") || !Files.exists(city.file(name))) return names;
        new String(city.bytes(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cell -> names.put(cell[0], new Named(cell[1], cell.length > 2 ? cell[2] : cell[1])));
        return names;
    }
}
