package org.cuntu.platform.identity.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code organisation.yaml} and {@code divisions.csv} of the city. */
@Component
class CityOrganisation implements Organisation {
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Division> divisions = new LinkedHashMap<>();
    /** By code and by the digits of it that count. */
    private final Map<String, Division> named = new HashMap<>();

    private final List<Post> posts = new ArrayList<>();

    CityOrganisation(CityFolder city) {
        for (String line : new String(city.bytes("divisions.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) add(line.split(",", -1));
        YamlFile yaml = YamlFile.read(city.file("organisation.yaml"));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("units")) {
            add(unit(yaml, node));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("posts")) {
            posts.add(new Post(node.text("id"), node.text("zh"), node.text("en")));
            node.close();
        }
        top.close();
        divisions.values().forEach(this::addUnitOf);
        for (Division division : divisions.values()) {
            named.putIfAbsent(division.code(), division);
            named.putIfAbsent(division.significant(), division);
        }
    }

    private void add(String[] cells) {
        InForce held = held(cells[3].isEmpty() ? null : cells[3], cells[4].isEmpty() ? null : cells[4]);
        divisions.put(
                cells[0],
                new Division(
                        cells[0],
                        Reach.significant(cells[0]),
                        cells[1],
                        cells[2].isEmpty() ? cells[1] : cells[2],
                        held));
    }

    private Unit unit(YamlFile yaml, YamlFile.Node node) {
        String parent = node.findText("parent").orElse(null);
        String division = node.text("division");
        if (parent != null && !units.containsKey(parent)) throw unknown(yaml, parent, units.keySet());
        if (!divisions.containsKey(division)) throw unknown(yaml, division, divisions.keySet());
        InForce held =
                held(node.findText("from").orElse(null), node.findText("to").orElse(null));
        return new Unit(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                node.text("kind"),
                parent,
                Reach.significant(division),
                held);
    }

    private static RuntimeException unknown(YamlFile yaml, String what, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        return yaml.refused(
                "identity.unknown-unit",
                Problem.Place.UNKNOWN,
                "unit",
                what,
                "nearest",
                Nearest.to(what, names).orElse("-"));
    }

    private void add(Unit unit) {
        units.put(unit.id(), unit);
    }

    /** A township is a unit below its county's, a village below its township's. */
    private void addUnitOf(Division division) {
        String code = division.code();
        if (code.length() < 9) return;
        String above = code.length() == 9 ? "c" + code.substring(0, 6) : "t" + code.substring(0, 9);
        if (!units.containsKey(above)) return;
        String id = (code.length() == 9 ? "t" : "v") + code;
        String kind = code.length() == 9 ? "township" : "village";
        add(new Unit(id, division.zh(), division.en(), kind, above, code, division.held()));
    }

    private static InForce held(@Nullable String from, @Nullable String to) {
        return new InForce(
                from == null ? LocalDate.of(1949, 10, 1) : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null);
    }

    @Override
    public List<Unit> listUnits(LocalDate day) {
        return units.values().stream()
                .filter(unit -> unit.held().isInForce(day))
                .toList();
    }

    @Override
    public Optional<Unit> findUnit(String id, LocalDate day) {
        return Optional.ofNullable(units.get(id)).filter(unit -> unit.held().isInForce(day));
    }

    @Override
    public List<Post> listPosts() {
        return List.copyOf(posts);
    }

    @Override
    public List<Division> listBelow(String code, LocalDate day) {
        String above = Reach.significant(code);
        int length = above.length() == 4 ? 6 : above.length() + 3;
        return divisions.values().stream()
                .filter(each -> each.code().length() == length
                        && each.code().startsWith(above)
                        && !each.significant().equals(above)
                        && each.held().isInForce(day))
                .toList();
    }

    @Override
    public Optional<Division> findDivision(String code) {
        return Optional.ofNullable(named.get(code));
    }
}
