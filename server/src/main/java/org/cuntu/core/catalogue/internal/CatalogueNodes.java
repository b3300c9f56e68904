package org.cuntu.core.catalogue.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.core.catalogue.CatalogueEntry.Open;
import org.cuntu.core.catalogue.CatalogueEntry.Share;
import org.cuntu.core.catalogue.CatalogueEntry.ShareKind;
import org.cuntu.core.catalogue.CatalogueEntry.ShareWay;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.core.catalogue.Named;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a city's file of which the catalogue is made; each closes what it was given. */
final class CatalogueNodes {
    private final YamlFile yaml;

    CatalogueNodes(YamlFile yaml) {
        this.yaml = yaml;
    }

    Named named(YamlFile.Node node) {
        Named named = new Named(node.text("zh"), node.text("en"));
        node.close();
        return named;
    }

    private @Nullable Named maybe(YamlFile.Node owner, String key) {
        return owner.findNode(key).map(this::named).orElse(null);
    }

    /** {@code inForce} and {@code knownFrom} of a dated thing. */
    InForce held(YamlFile.Node owner) {
        YamlFile.Node days = owner.node("inForce");
        try {
            InForce held = new InForce(
                    LocalDate.parse(days.text("from")),
                    days.findText("to").map(LocalDate::parse).orElse(null),
                    owner.findText("knownFrom")
                            .map(text -> OffsetDateTime.parse(text).toInstant())
                            .orElse(null));
            days.close();
            return held;
        } catch (DateTimeException e) {
            throw wrong("catalogue.duty", owner);
        }
    }

    Period period(YamlFile.Node owner, String key) {
        try {
            return Period.parse(owner.text(key));
        } catch (DateTimeException e) {
            throw wrong("catalogue.duty", owner);
        }
    }

    Duty duty(YamlFile.Node node) {
        Cycle cycle = choice(node, "cycle", Cycle.class);
        Period every = cycle.length();
        if (cycle == Cycle.OTHER && node.findText("every").isPresent()) every = period(node, "every");
        boolean counted = every != null;
        Duty duty = new Duty(
                cycle,
                every,
                counted ? period(node, "dueAfter") : Period.ZERO,
                counted ? period(node, "remindBefore") : Period.ZERO,
                held(node));
        node.close();
        if (every != null && !Duty.isCountable(every)
                || duty.dueAfter().isNegative()
                || duty.remindBefore().isNegative()) throw wrong("catalogue.duty", node);
        return duty;
    }

    /** A refusal to share needs its basis in law, a condition its words (security and sharing 6). */
    Share share(YamlFile.Node node) {
        ShareKind kind = choice(node, "kind", ShareKind.class);
        List<ShareWay> ways = new ArrayList<>();
        for (String way : node.texts("ways")) ways.add(choice(node.path() + ".ways", way, ShareWay.class));
        Share share = new Share(kind, maybe(node, "condition"), ways);
        node.close();
        boolean said = kind == ShareKind.UNCONDITIONAL || share.condition() != null;
        boolean given = kind == ShareKind.NONE || !ways.isEmpty();
        if (!said || !given) throw wrong("catalogue.no-basis", node);
        return share;
    }

    Open open(YamlFile.Node node) {
        Open open = new Open(node.flag("open", false), maybe(node, "condition"));
        node.close();
        return open;
    }

    <E extends Enum<E>> E choice(YamlFile.Node node, String key, Class<E> type) {
        return choice(node.path() + "." + key, node.text(key), type);
    }

    private <E extends Enum<E>> E choice(String path, String text, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(text)) return Enum.valueOf(type, text);
        throw yaml.refused(
                "home.unknown-key",
                Problem.Place.UNKNOWN,
                "key",
                path + ": " + text,
                "nearest",
                Nearest.to(text, names).orElse(String.join(", ", names)));
    }

    private InputRefused wrong(String code, YamlFile.Node node) {
        return yaml.refused(code, Problem.Place.UNKNOWN, "key", node.path());
    }
}
