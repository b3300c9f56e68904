package org.cuntu.core.rules.internal;

import java.nio.file.Path;
import java.time.Instant;
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
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rule book of a city folder. Sets are compiled once and kept by their canonical text. */
public final class CityRules implements RuleBook {
    private static final int MOST_ASKED = 500;

    private record Source(String file, JsonNode tree, Rule rule) {}

    private final LayerRegister register;
    private final Settings settings;
    private final DocumentFile documents;
    private final ConversionFile conversion;
    private final Map<String, List<Source>> sources = new TreeMap<>();
    private final Map<String, RuleSet> sets = new ConcurrentHashMap<>();
    private final Map<Asked, RuleSet> asked = new ConcurrentHashMap<>();

    /** The days and the instant that a set was asked for. */
    private record Asked(
            LocalDate at,
            @Nullable LocalDate appliedOn,
            @Nullable Instant known) {}

    private CityRules(LayerRegister register, Path city) {
        this.register = register;
        this.settings = RuleFiles.settings(city.resolve("settings.yaml"));
        this.documents = DocumentFile.read(city.resolve("documents.yaml"));
        this.conversion = ConversionFile.read(city.resolve("conversion.yaml"));
    }

    /**
     * Reads {@code rules/*.yaml}, {@code settings.yaml}, {@code documents.yaml} and {@code conversion.yaml} of the folder.
     *
     * @throws InputRefused with every problem of every file
     */
    public static CityRules open(Path city, LayerRegister register) {
        CityRules book = new CityRules(register, city);
        RuleParser parser = new RuleParser(register, book.settings.names());
        List<Problem> problems = new ArrayList<>();
        RuleFiles.rules(city.resolve("rules")).forEach((file, tree) -> {
            try {
                Rule rule = parser.parse(file, tree, book.latest(tree));
                problems.addAll(book.documents.unknown(file, rule.needs()));
                book.sources.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(new Source(file, tree, rule));
            } catch (InputRefused e) {
                problems.addAll(e.problems());
            } catch (RuntimeException e) {
                problems.add(Problem.refused(
                        "rule.shape", Problem.Place.file(file), "at", "", "message", String.valueOf(e.getMessage())));
            }
        });
        problems.addAll(book.documents.unknown("conversion.yaml", book.conversion.documents()));
        book.sources.values().forEach(versions -> book.checkVersions(versions, problems));
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return book;
    }

    @Override
    public RuleSet inForce(LocalDate at, @Nullable LocalDate appliedOn, @Nullable Instant known) {
        if (asked.size() > MOST_ASKED) asked.clear();
        return asked.computeIfAbsent(new Asked(at, appliedOn, known), this::choose);
    }

    private RuleSet choose(Asked of) {
        LocalDate at = of.at();
        LocalDate appliedOn = of.appliedOn();
        Instant known = of.known();
        List<Object> rules = new ArrayList<>();
        Map<String, Object> values = new TreeMap<>();
        Map<String, Object> applied = new TreeMap<>();
        for (List<Source> versions : sources.values()) {
            LocalDate day = versions.getFirst().rule().day(at, appliedOn);
            InForce.choose(versions, source -> source.rule().held(), day, known).ifPresent(source -> {
                rules.add(PlainRule.of(source.tree()));
                boolean byApplication = source.rule().appliesBy() == Rule.AppliesBy.APPLICATION && appliedOn != null;
                (byApplication ? applied : values)
                        .putAll(settings.at(day, known, RuleParser.settingsOf(source.tree())));
            });
        }
        Map<String, Object> text = new LinkedHashMap<>(Map.of("rules", rules, "settings", values));
        if (!applied.isEmpty()) text.put("applied", applied);
        documents.write(at, known, text);
        conversion.write(appliedOn == null ? at : appliedOn, known, text);
        return sets.computeIfAbsent(CanonicalJson.write(text), this::compile);
    }

    @Override
    public RuleSet read(String text) {
        return sets.computeIfAbsent(text, this::compile);
    }

    @Override
    public List<Rule> listRules() {
        return sources.values().stream().flatMap(List::stream).map(Source::rule).toList();
    }

    private RuleSet compile(String text) {
        return new SetText(register, settings.names()).read(text);
    }

    private Map<String, Object> latest(JsonNode tree) {
        Map<String, Object> values = new TreeMap<>();
        var wanted = RuleParser.settingsOf(tree);
        for (Settings.Entry entry : settings.entries())
            if (wanted.contains(entry.name())) values.put(entry.name(), entry.value());
        return values;
    }

    /** Sorts the versions of one rule and refuses two of them that would hold at once. */
    private void checkVersions(List<Source> versions, List<Problem> problems) {
        versions.sort(Comparator.comparing(source -> source.rule().version()));
        for (int i = 1; i < versions.size(); i++)
            for (int j = 0; j < i; j++) {
                Rule one = versions.get(j).rule();
                Rule next = versions.get(i).rule();
                if (one.version() == next.version() || one.held().contradicts(next.held()))
                    problems.add(Problem.refused(
                            "rule.versions-overlap",
                            Problem.Place.file(versions.get(i).file()),
                            "id",
                            one.id()));
            }
    }
}
