package org.cuntu.core.quality.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;

/** The city's lists of codes: class schemes, and {@code codes/<name>.csv} of code, name, English name and status. */
@Component
class CodeFiles {
    private final CityFolder city;
    private final ClassSchemes schemes;

    CodeFiles(CityFolder city, ClassSchemes schemes) {
        this.city = city;
        this.schemes = schemes;
    }

    /** A class scheme with its version, such as SD2019, or a list of the city, such as QSXZ. */
    Optional<CodeList> find(String name) {
        return schemes.find(name)
                .map(entries -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    for (ClassSchemes.Entry entry : entries) names.put(entry.code(), entry.name());
                    return new CodeList(name, names);
                })
                .or(() -> list(name));
    }

    /** The three-way class of each code of a scheme; empty for a list that has none. */
    Map<String, String> groups(String scheme) {
        Map<String, String> groups = new LinkedHashMap<>();
        schemes.find(scheme).ifPresent(entries -> entries.forEach(entry -> groups.put(entry.code(), entry.threeWay())));
        return groups;
    }

    private Optional<CodeList> list(String name) {
        String file = "codes/" + name + ".csv";
        if (!name.matches("[A-Z0-9]{1,20}") || !Files.exists(city.file(file))) return Optional.empty();
        Map<String, String> names = new LinkedHashMap<>();
        new String(city.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .forEach(cell -> names.put(cell[0], cell[1]));
        return Optional.of(new CodeList(name, names));
    }
}
