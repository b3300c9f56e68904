package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code permitting.yaml}, read strictly. */
@Component
class PermittingFile {
    private static final String FILE = "permitting.yaml";

    /** Why a certificate may be ended, by one of the three acts. */
    record Ground(String id, Permit.Act act, Words words, Article article) {}

    /** A stage of surveying. */
    record Stage(String id, Words words) {}

    /** A material that the platform has: of one of the two. */
    record Shared(
            String material,
            @Nullable String matter,
            @Nullable String stage) {}

    /** A layer that candidate sites are held against. @param classes beginnings of classes that count, by blanks; empty: all */
    record Held(String layer, String classes, boolean outside) {}

    /** How many days before the end of a certificate its holder is told, most first. */
    record Expiry(List<Integer> warnDays, InForce inForce) {}

    private final Map<String, Integer> extensions = new HashMap<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final Words remedies;
    private final Article remediesArticle;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();
    private final List<Held> candidates = new ArrayList<>();
    private final List<Expiry> expiry = new ArrayList<>();
    private final List<String> plate;

    PermittingFile(CityFolder city, LayerRegister register) {
        YamlFile yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("extensions")) {
            extensions.put(node.text("matter"), node.integer("most", 1));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("grounds")) grounds.add(ground(node));
        YamlFile.Node ways = top.node("remedies");
        remedies = words(ways);
        remediesArticle = article(ways);
        ways.close();
        for (YamlFile.Node node : top.nodes("stages")) {
            stages.add(new Stage(node.text("id"), words(node)));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("shared")) {
            shared.add(new Shared(
                    node.text("material"),
                    node.findText("matter").orElse(null),
                    node.findText("stage").orElse(null)));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("candidates")) {
            candidates.add(
                    new Held(node.text("layer"), node.findText("classes").orElse(""), node.flag("outside", false)));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("expiry")) {
            expiry.add(expiry(node));
            node.close();
        }
        plate = top.texts("plate");
        top.close();
        List<String> layers = new ArrayList<>(plate);
        candidates.forEach(each -> layers.add(each.layer()));
        for (String layer : layers)
            if (register.findLayer(layer).isEmpty())
                throw new InputRefused(
                        Problem.refused("permitting.unknown-layer", Problem.Place.file(FILE), "layer", layer));
    }

    private static Ground ground(YamlFile.Node node) {
        Ground ground = new Ground(node.text("id"), Permit.Act.valueOf(node.text("act")), words(node), article(node));
        node.close();
        return ground;
    }

    private static Expiry expiry(YamlFile.Node node) {
        YamlFile.Node when = node.node("inForce");
        InForce held = new InForce(
                LocalDate.parse(when.text("from")),
                when.findText("to").map(LocalDate::parse).orElse(null),
                null);
        when.close();
        List<Integer> days = node.numbers("warnDays").stream()
                .map(Double::intValue)
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Expiry(days, held);
    }

    private static Words words(YamlFile.Node node) {
        return new Words(node.text("zh"), node.text("en"));
    }

    private static Article article(YamlFile.Node node) {
        boolean sure = node.text("status").equals("verified");
        return new Article(
                node.text("doc"), node.text("clause"), sure ? Article.Status.VERIFIED : Article.Status.UNVERIFIED);
    }

    /** How often a certificate of a matter may be extended. */
    int extensions(String matter) {
        return extensions.getOrDefault(matter, 1);
    }

    List<Ground> grounds(Permit.Act act) {
        return grounds.stream().filter(each -> each.act() == act).toList();
    }

    Optional<Ground> findGround(String id) {
        return grounds.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Words remedies() {
        return remedies;
    }

    Article remediesArticle() {
        return remediesArticle;
    }

    List<Stage> stages() {
        return stages;
    }

    Optional<Stage> findStage(String id) {
        return stages.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    List<Shared> shared(String material) {
        return shared.stream().filter(each -> each.material().equals(material)).toList();
    }

    List<Held> candidates() {
        return candidates;
    }

    /** Days before the end on which it is told, most first; empty where nothing is set for the day. */
    List<Integer> warnDays(LocalDate day) {
        return InForce.choose(expiry, Expiry::inForce, day, null)
                .map(Expiry::warnDays)
                .orElse(List.of());
    }

    List<String> plate() {
        return plate;
    }
}
