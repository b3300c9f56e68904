package org.cuntu.core.cases.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads {@code cases.yaml} of the city. What is not understood stops the start. */
@Configuration(proxyBeanMethods = false)
class CaseSettingsFile {
    private static final String FILE = "cases.yaml";

    @Bean
    CaseSettings caseSettings(CityFolder city) {
        YamlFile yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        try {
            CaseSettings settings = new CaseSettings(
                    top.text("numberPrefix"),
                    list(top, "officeHours", CaseSettingsFile::hours),
                    list(top, "lights", CaseSettingsFile::lights),
                    list(top, "suspensions", CaseSettingsFile::suspension),
                    list(top, "reminders", CaseSettingsFile::reminders),
                    list(top, "ratings", CaseSettingsFile::rating),
                    list(top, "promiseChecks", CaseSettingsFile::promiseCheck),
                    list(top, "remedies", CaseSettingsFile::remedies));
            top.close();
            return settings;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw yaml.refused("matters.setting", Problem.Place.UNKNOWN, "message", String.valueOf(e.getMessage()));
        }
    }

    private static <T> List<T> list(YamlFile.Node top, String key, Function<YamlFile.Node, T> each) {
        List<T> list = top.nodes(key).stream()
                .map(node -> {
                    T read = each.apply(node);
                    node.close();
                    return read;
                })
                .toList();
        if (list.isEmpty()) throw new IllegalArgumentException(key + " is empty");
        return list;
    }

    private static CaseSettings.OfficeHours hours(YamlFile.Node node) {
        return new CaseSettings.OfficeHours(
                LocalTime.parse(node.text("from")), LocalTime.parse(node.text("to")), held(node));
    }

    private static CaseSettings.Lights lights(YamlFile.Node node) {
        return new CaseSettings.Lights(
                within("yellowShare", node.integer("yellowShare", 0), 1, 100),
                within("yellowDays", node.integer("yellowDays", -1), 0, 30),
                held(node));
    }

    private static CaseSettings.Suspension suspension(YamlFile.Node node) {
        return new CaseSettings.Suspension(
                node.text("code"),
                new Words(node.text("zh"), node.text("en")),
                article(node),
                within("maxDays", node.integer("maxDays", 0), 0, 1_000),
                node.flag("needsNotice", true),
                node.flag("countsForStatutory", false),
                node.flag("countsForPromised", false),
                held(node));
    }

    private static CaseSettings.Reminders reminders(YamlFile.Node node) {
        return new CaseSettings.Reminders(
                node.numbers("daysBefore").stream().map(Double::intValue).toList(), held(node));
    }

    private static CaseSettings.Rating rating(YamlFile.Node node) {
        return new CaseSettings.Rating(
                within("low", node.integer("low", 0), 1, 5),
                within("answerDays", node.integer("answerDays", 0), 1, 60),
                held(node));
    }

    private static CaseSettings.PromiseCheck promiseCheck(YamlFile.Node node) {
        return new CaseSettings.PromiseCheck(within("days", node.integer("days", 0), 1, 1_000), held(node));
    }

    private static CaseSettings.Remedies remedies(YamlFile.Node node) {
        YamlFile.Node reconsideration = node.node("reconsideration");
        YamlFile.Node lawsuit = node.node("lawsuit");
        CaseSettings.Remedies remedies = new CaseSettings.Remedies(
                within("days", reconsideration.integer("days", 0), 1, 366),
                article(reconsideration),
                within("months", lawsuit.integer("months", 0), 1, 60),
                article(lawsuit),
                held(node));
        reconsideration.close();
        lawsuit.close();
        return remedies;
    }

    private static Article article(YamlFile.Node node) {
        return new Article(
                node.text("doc"),
                node.text("clause"),
                Article.Status.valueOf(node.text("status").toUpperCase(Locale.ROOT)));
    }

    private static InForce held(YamlFile.Node node) {
        YamlFile.Node when = node.node("inForce");
        InForce held = new InForce(
                LocalDate.parse(when.text("from")),
                when.findText("to").map(LocalDate::parse).orElse(null),
                null);
        when.close();
        return held;
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(name + " = " + value + ", not from " + least + " to " + most);
        return value;
    }
}
