package org.cuntu.platform.oversight.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code unusual.yaml}; a day without an entry has the first. */
@Component
class CityUsual {
    private static final String FILE = "unusual.yaml";

    private final List<UsualRules> dated = new ArrayList<>();

    CityUsual(CityFolder city) {
        YamlFile yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("usual")) {
            dated.add(rules(yaml, node));
            node.close();
        }
        top.close();
        if (dated.isEmpty()) throw yaml.refused("home.missing-key", Problem.Place.UNKNOWN, "key", "usual");
    }

    UsualRules at(LocalDate day) {
        return InForce.choose(dated, UsualRules::held, day, null).orElseGet(dated::getFirst);
    }

    private static UsualRules rules(YamlFile yaml, YamlFile.Node node) {
        try {
            return new UsualRules(
                    held(node),
                    working(node),
                    node.integer("outsideWorkingHours", 20),
                    node.integer("readsAnHour", 300),
                    node.integer("exportsADay", 50),
                    node.integer("refusalsAnHour", 30),
                    node.integer("otherDivisionsAnHour", 2));
        } catch (DateTimeException e) {
            throw yaml.refused(
                    "home.wrong-type", Problem.Place.UNKNOWN, "key", node.path(), "wanted", "2026-11-26, 08:00");
        }
    }

    private static InForce held(YamlFile.Node node) {
        YamlFile.Node days = node.node("inForce");
        InForce held = new InForce(
                LocalDate.parse(days.text("from")),
                days.findText("to").map(LocalDate::parse).orElse(null),
                null);
        days.close();
        return held;
    }

    private static UsualRules.Working working(YamlFile.Node owner) {
        YamlFile.Node node = owner.node("workingHours");
        var working = new UsualRules.Working(
                LocalTime.parse(node.text("from")), LocalTime.parse(node.text("to")), node.flag("weekend", false));
        node.close();
        return working;
    }
}
