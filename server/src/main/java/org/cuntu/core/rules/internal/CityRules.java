package org.cuntu.core.rules.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rule book of a city folder. Sets are compiled once and kept by their canonical text. */
public final class CityRules implements RuleBook {
    private record Source(String file, JsonNode tree, Rule rule) {}

    private final LayerRegister register;
    private final Settings settings;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, RuleSet> sets = new ConcurrentHashMap<>();

    private CityRules(LayerRegister register, Settings settings) {
        this.register = register;
        this.settings = settings;
    }

    /**
     * Reads {@code rules/*.yaml} and {@code settings.yaml} of the folder.
     *
     * @throws InputRefused with every problem of every file
     */
    public static CityRules open(Path city, LayerRegister register) {
        CityRules book = new CityRules(register, RuleFiles.settings(city.resolve("settings.yaml")));
        RuleParser parser = new RuleParser(register, book.settings.names());
        List<Problem> problems = new ArrayList<>();
        RuleFiles.rules(city.resolve("rules")).forEach((file, tree) -> {
            try {
                book.sources.add(new Source(file, tree, parser.parse(file, tree, book.latest(tree))));
            } catch (InputRefused e) {
                problems.addAll(e.problems());
            } catch (RuntimeException e) {
                problems.add(Problem.refused(
                        "rule.shape", Problem.Place.file(file), "at", "", "message", String.valueOf(e.getMessage())));
            }
        });
        book.sources.sort(Comparator.comparing((Source s) -> s.rule().id()).thenComparing(s -> s.rule().version()));
        book.checkVersions(problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return book;
    }

    @Override
    public RuleSet inForce(LocalDate at, @Nullable LocalDate appliedOn) {
        List<Object> rules = new ArrayList<>();
        Map<String, Object> values = new TreeMap<>();
        for (Source source : sources)
            if (source.rule().isInForce(at, appliedOn)) {
                rules.add(plainRule(source.tree()));
                values.putAll(settings.at(at, RuleParser.settingsOf(source.tree())));
            }
        String text = CanonicalJson.write(Map.of("rules", rules, "settings", values));
        return sets.computeIfAbsent(text, this::compile);
    }

    @Override
    public RuleSet read(String text) {
        return sets.computeIfAbsent(text, this::compile);
    }

    @Override
    public List<Rule> listRules() {
        return sources.stream().map(Source::rule).toList();
    }

    private RuleSet compile(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        Map<String, Object> values = new TreeMap<>();
        root.required("settings").properties().forEach(member -> values.put(member.getKey(), plain(member.getValue())));
        RuleParser parser = new RuleParser(register, settings.names());
        String hash = CanonicalJson.sha256(text);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode tree : root.required("rules")) rules.add(parser.parse(hash, tree, values));
        return new RuleSet(hash, text, rules);
    }

    private Map<String, Object> latest(JsonNode tree) {
        Map<String, Object> values = new TreeMap<>();
        var wanted = RuleParser.settingsOf(tree);
        for (Settings.Entry entry : settings.entries())
            if (wanted.contains(entry.name())) values.put(entry.name(), entry.value());
        return values;
    }

    private void checkVersions(List<Problem> problems) {
        for (int i = 1; i < sources.size(); i++) {
            Rule one = sources.get(i - 1).rule();
            Rule next = sources.get(i).rule();
            if (!one.id().equals(next.id())) continue;
            LocalDate to = one.inForceTo();
            if (one.version() == next.version() || to == null || next.inForceFrom().isBefore(to))
                problems.add(Problem.refused(
                        "rule.versions-overlap", Problem.Place.file(sources.get(i).file()), "id", one.id()));
        }
    }

    /** The rule without its examples: they prove it and change no result. */
    private static Object plainRule(JsonNode tree) {
        Map<String, Object> map = new LinkedHashMap<>();
        tree.properties().forEach(member -> {
            if (!member.getKey().equals("examples")) map.put(member.getKey(), plain(member.getValue()));
        });
        return map;
    }

    private static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isBoolean()) return node.asBoolean();
        if (node.isIntegralNumber()) return node.asLong();
        return node.asString();
    }
}
