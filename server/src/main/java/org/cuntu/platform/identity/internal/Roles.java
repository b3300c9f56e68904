package org.cuntu.platform.identity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Duty;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code roles.yaml}. */
@Component
class Roles {
    private static final String PERMISSION = "([a-z-]+|\\*):([a-z-]+|\\*):([a-z-]+|\\*)";

    /** A role of the city. */
    record Role(String id, String zh, String en, Duty duty, List<String> permissions) {}

    /** An account that the demo makes; of and post: where in the organisation, null: nowhere. */
    record DemoPerson(
            String id,
            String name,
            String unit,
            List<String> roles,
            @Nullable String of,
            @Nullable String post,
            Reach.Part part) {}

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<DemoPerson> demo = new ArrayList<>();
    private final String city;

    Roles(CityFolder folder) {
        this.city = Reach.significant(folder.code());
        YamlFile yaml = YamlFile.read(folder.file("roles.yaml"));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("roles")) {
            Role role = role(yaml, node);
            roles.put(role.id(), role);
            node.close();
        }
        for (YamlFile.Node node : top.nodes("demoAccounts")) {
            demo.add(person(node));
            node.close();
        }
        top.close();
        demo.forEach(person -> person.roles().forEach(this::get));
    }

    private static Role role(YamlFile yaml, YamlFile.Node node) {
        List<String> held = node.texts("permissions");
        for (String permission : held)
            if (!permission.matches(PERMISSION))
                throw yaml.refused("identity.permission", Problem.Place.UNKNOWN, "permission", permission);
        String duty = node.text("duty");
        List<String> duties = Arrays.stream(Duty.values()).map(Duty::code).toList();
        if (!duties.contains(duty))
            throw yaml.refused(
                    "home.unknown-key",
                    Problem.Place.UNKNOWN,
                    "key",
                    "duty: " + duty,
                    "nearest",
                    Nearest.to(duty, duties).orElse(String.join(", ", duties)));
        return new Role(
                node.text("id"), node.text("zh"), node.text("en"), Duty.valueOf(duty.toUpperCase(Locale.ROOT)), held);
    }

    private DemoPerson person(YamlFile.Node node) {
        String division = node.findText("division").map(Reach::significant).orElse(city);
        return new DemoPerson(
                node.text("id"),
                node.text("name"),
                node.text("unit"),
                node.texts("roles"),
                node.findText("of").orElse(null),
                node.findText("post").orElse(null),
                new Reach.Part(division, node.integer("level", Reach.HIGHEST)));
    }

    Collection<Role> list() {
        return roles.values();
    }

    Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** @throws InputRefused {@code identity.unknown-role} */
    Role get(String id) {
        return find(id).orElseThrow(() -> new InputRefused(Problem.refused(
                "identity.unknown-role",
                Problem.Place.UNKNOWN,
                "role",
                id,
                "nearest",
                Nearest.to(id, roles.keySet()).orElse("-"))));
    }

    /** The duties of some roles; one that the city does not know any more has none. */
    Set<Duty> duties(Collection<String> ids) {
        Set<Duty> duties = new TreeSet<>();
        for (String id : ids) find(id).ifPresent(role -> duties.add(role.duty()));
        return duties;
    }

    /** @throws InputRefused {@code identity.roles-apart} when they are of more than one duty */
    void refuseApart(Collection<String> ids) {
        if (duties(ids).size() > 1)
            throw new InputRefused(Problem.refused(
                    "identity.roles-apart", Problem.Place.UNKNOWN, "roles", String.join(", ", new TreeSet<>(ids))));
    }

    /** The whole city and every classification. */
    Reach.Part whole() {
        return new Reach.Part(city, Reach.HIGHEST);
    }

    List<DemoPerson> demo() {
        return List.copyOf(demo);
    }
}
