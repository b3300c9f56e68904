package org.cuntu.platform.identity.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code sign-in.yaml}; a day without an entry has the first. */
@Component
class CitySignIn {
    private final List<SignInRules> dated = new ArrayList<>();
    private final CityClock clock;

    CitySignIn(CityFolder city, CityClock clock) {
        this.clock = clock;
        YamlFile yaml = YamlFile.read(city.file("sign-in.yaml"));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("signIn")) {
            dated.add(rules(yaml, node));
            node.close();
        }
        top.close();
        if (dated.isEmpty()) throw yaml.refused("home.missing-key", Problem.Place.UNKNOWN, "key", "signIn");
    }

    /** Those of today. */
    SignInRules now() {
        return InForce.choose(dated, SignInRules::held, clock.today(), null).orElseGet(dated::getFirst);
    }

    private static SignInRules rules(YamlFile yaml, YamlFile.Node node) {
        return new SignInRules(
                held(node),
                password(node),
                lock(node),
                session(node),
                minutes(node, "fresh", 5),
                factor(yaml, node),
                days(node, "unused", 90),
                hours(node, "fourEyes", 72),
                hours(node, "setup", 24),
                (int) days(node, "delegation", 60).toDays());
    }

    private static InForce held(YamlFile.Node node) {
        YamlFile.Node days = node.node("inForce");
        InForce held = new InForce(
                LocalDate.parse(days.text("from")), days.findText("to").map(LocalDate::parse).orElse(null), null);
        days.close();
        return held;
    }

    private static SignInRules.Password password(YamlFile.Node owner) {
        YamlFile.Node node = owner.node("password");
        var password = new SignInRules.Password(
                node.integer("shortest", 10),
                node.integer("classes", 3),
                node.integer("history", 5),
                Duration.ofDays(node.integer("days", 90)));
        node.close();
        return password;
    }

    private static SignInRules.Lock lock(YamlFile.Node owner) {
        YamlFile.Node node = owner.node("lock");
        var lock = new SignInRules.Lock(node.integer("failures", 5), Duration.ofMinutes(node.integer("minutes", 15)));
        node.close();
        return lock;
    }

    private static SignInRules.Session session(YamlFile.Node owner) {
        YamlFile.Node node = owner.node("session");
        int idle = node.integer("idleMinutes", 30);
        var session = new SignInRules.Session(
                Duration.ofMinutes(idle),
                Duration.ofMinutes(node.integer("administratorIdleMinutes", Math.min(idle, 15))),
                Duration.ofHours(node.integer("hours", 12)),
                node.integer("atOnce", 3));
        node.close();
        return session;
    }

    private static SignInRules.SecondFactor factor(YamlFile yaml, YamlFile.Node node) {
        String text = node.text("secondFactor");
        List<String> names = Arrays.stream(SignInRules.SecondFactor.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(text))
            throw yaml.refused(
                    "home.unknown-key",
                    Problem.Place.UNKNOWN,
                    "key",
                    "secondFactor: " + text,
                    "nearest",
                    Nearest.to(text, names).orElse(String.join(", ", names)));
        return SignInRules.SecondFactor.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Duration minutes(YamlFile.Node owner, String key, int usual) {
        return Duration.ofMinutes(number(owner, key, "minutes", usual));
    }

    private static Duration hours(YamlFile.Node owner, String key, int usual) {
        return Duration.ofHours(number(owner, key, "hours", usual));
    }

    private static Duration days(YamlFile.Node owner, String key, int usual) {
        return Duration.ofDays(number(owner, key, "days", usual));
    }

    private static int number(YamlFile.Node owner, String key, String unit, int usual) {
        YamlFile.Node node = owner.findNode(key).orElse(null);
        if (node == null) return usual;
        int number = node.integer(unit, usual);
        node.close();
        return number;
    }
}
