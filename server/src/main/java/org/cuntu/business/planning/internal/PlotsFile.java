package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.PlotStatus;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code plots.yaml}, read strictly: what the plots' values mean, which layers are asked, what sheets may require. */
@Component
class PlotsFile {
    static final String PLOTS = "KGDK";
    static final String LINES = "CSSX";
    private static final String FILE = "plots.yaml";

    /** A kind of the city's lines. @param setback metres; null: not declared */
    record LineType(
            String type, String zh, String en, @Nullable BigDecimal setback, Article article) {}

    /** A layer that is asked, and the fields that name a piece of it. */
    record ControlLayer(String layer, List<String> label) {}

    /** What governs by a layer's value. */
    record Without(String layer, String field, List<String> values, PlotCard.Rule rule) {}

    /** The part of the boundary that is to be planned. */
    record Planned(String layer, String field, List<String> values, String zh, String en) {}

    record Named(String id, String zh, String en) {}

    /** A further requirement that a sheet may take up. */
    record Requirement(String id, String group, String zh, String en, Article article) {}

    /** How plan-condition sheets are made. @param must layers without whose answer none is drafted */
    record Sheets(
            String number,
            Period validity,
            String validityStatus,
            List<String> must,
            List<Named> purposes,
            List<Article> basis,
            List<Requirement> requirements) {}

    private final YamlFile yaml;
    private final LayerRegister register;
    private final List<String> approved;
    private final List<String> preparing;
    private final double beside;
    private final List<LineType> lines = new ArrayList<>();
    private final List<ControlLayer> controls = new ArrayList<>();
    private final List<Without> without = new ArrayList<>();
    private final List<String> villagePlanZones;
    private final Planned planned;
    private final Sheets sheets;

    PlotsFile(CityFolder city, LayerRegister register) {
        this.register = register;
        yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        approved = top.texts("approved");
        preparing = top.texts("preparing");
        beside = top.number("beside", 50);
        for (YamlFile.Node node : top.nodes("lines")) lines.add(line(node));
        for (YamlFile.Node node : top.nodes("controls")) controls.add(control(node));
        for (YamlFile.Node node : top.nodes("without")) without.add(without(node));
        villagePlanZones = top.texts("villagePlanZones");
        YamlFile.Node coverage = top.node("coverage");
        planned = new Planned(
                coverage.text("layer"),
                coverage.text("field"),
                coverage.texts("values"),
                coverage.text("zh"),
                coverage.text("en"));
        coverage.close();
        field(planned.layer(), planned.field());
        sheets = sheets(top.node("sheets"));
        top.close();
    }

    private LineType line(YamlFile.Node node) {
        double metres = node.number("setback", -1);
        LineType type = new LineType(
                node.text("type"),
                node.text("zh"),
                node.text("en"),
                metres < 0 ? null : BigDecimal.valueOf(metres).stripTrailingZeros(),
                article(node));
        node.close();
        return type;
    }

    private ControlLayer control(YamlFile.Node node) {
        ControlLayer layer = new ControlLayer(node.text("layer"), node.texts("label"));
        node.close();
        for (String field : layer.label()) field(layer.layer(), field);
        return layer;
    }

    private Without without(YamlFile.Node node) {
        Without found = new Without(
                node.text("layer"),
                node.text("field"),
                node.texts("values"),
                new PlotCard.Rule(node.text("zh"), node.text("en"), article(node)));
        node.close();
        field(found.layer(), found.field());
        return found;
    }

    private Sheets sheets(YamlFile.Node node) {
        List<Requirement> requirements = new ArrayList<>();
        Sheets found = new Sheets(
                node.text("number"),
                Period.parse(node.text("validity")),
                node.text("validityStatus"),
                node.texts("must"),
                node.nodes("purposes").stream().map(PlotsFile::named).toList(),
                node.nodes("basis").stream().map(PlotsFile::closedArticle).toList(),
                requirements);
        for (YamlFile.Node each : node.nodes("requirements")) {
            requirements.add(new Requirement(
                    each.text("id"), each.text("group"), each.text("zh"), each.text("en"), article(each)));
            each.close();
        }
        node.close();
        for (String layer : found.must()) field(layer, null);
        return found;
    }

    private static Named named(YamlFile.Node node) {
        Named named = new Named(node.text("id"), node.text("zh"), node.text("en"));
        node.close();
        return named;
    }

    private static Article article(YamlFile.Node node) {
        return new Article(node.text("doc"), node.text("clause"), node.text("status"));
    }

    private static Article closedArticle(YamlFile.Node node) {
        Article article = article(node);
        node.close();
        return article;
    }

    private void field(String layer, @Nullable String field) {
        LayerEntry entry = register.findLayer(layer).orElseThrow(() -> wrong("layer", layer));
        if (field != null && entry.schema().indexOf(field) < 0) throw wrong("field", layer + "." + field);
    }

    private RuntimeException wrong(String key, String value) {
        return yaml.refused("plots.file", Problem.Place.UNKNOWN, "key", key, "value", value);
    }

    PlotStatus status(String said) {
        if (approved.contains(said)) return PlotStatus.APPROVED;
        return preparing.contains(said) ? PlotStatus.IN_PREPARATION : PlotStatus.UNKNOWN;
    }

    double beside() {
        return beside;
    }

    List<LineType> lines() {
        return List.copyOf(lines);
    }

    Optional<LineType> findLine(String type) {
        return lines.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    List<ControlLayer> controls() {
        return List.copyOf(controls);
    }

    List<Without> without() {
        return List.copyOf(without);
    }

    boolean isVillagePlanned(String zone) {
        return villagePlanZones.contains(zone);
    }

    Planned planned() {
        return planned;
    }

    Sheets sheets() {
        return sheets;
    }
}
