package org.cuntu.platform.identity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code roles.yaml}. */
@Component
class Roles {
    private static final String PERMISSION = "([a-z-]+|\\*):([a-z-]+|\\*):([a-z-]+|\\*)";

    /** An account that the demo makes. */
    record DemoPerson(String id, String name, String unit, List<String> roles) {}

    private final Map<String, List<String>> permissions = new LinkedHashMap<>();
    private final List<List<String>> apart = new ArrayList<>();
    private final List<DemoPerson> demo = new ArrayList<>();

    Roles(CityFolder city) {
        YamlFile yaml = YamlFile.read(city.file("roles.yaml"));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node role : top.nodes("roles")) {
            role.text("zh");
            role.text("en");
            List<String> held = role.texts("permissions");
            for (String permission : held)
                if (!permission.matches(PERMISSION))
                    throw yaml.refused("identity.permission", Problem.Place.UNKNOWN, "permission", permission);
            permissions.put(role.text("id"), held);
            role.close();
        }
        for (List<String> group : top.lists("apart")) apart.add(group);
        for (YamlFile.Node person : top.nodes("demoAccounts")) {
            demo.add(
                    new DemoPerson(person.text("id"), person.text("name"), person.text("unit"), person.texts("roles")));
            person.close();
        }
        top.close();
        apart.forEach(group -> group.forEach(role -> checkKnown(yaml, role)));
        demo.forEach(person -> person.roles().forEach(role -> checkKnown(yaml, role)));
    }

    private void checkKnown(YamlFile yaml, String role) {
        if (!permissions.containsKey(role))
            throw yaml.refused(
                    "identity.unknown-role",
                    Problem.Place.UNKNOWN,
                    "role",
                    role,
                    "nearest",
                    Nearest.to(role, permissions.keySet()).orElse("-"));
    }

    boolean isKnown(String role) {
        return permissions.containsKey(role);
    }

    /** Two of these roles that are never one person's. */
    Optional<List<String>> conflict(List<String> roles) {
        return apart.stream()
                .map(group -> group.stream().filter(roles::contains).toList())
                .filter(both -> both.size() > 1)
                .findFirst();
    }

    List<String> permissions(List<String> roles) {
        return roles.stream()
                .flatMap(role -> permissions.getOrDefault(role, List.of()).stream())
                .distinct()
                .toList();
    }

    List<DemoPerson> demo() {
        return List.copyOf(demo);
    }
}
