package org.cuntu.core.intake.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code intake.yaml}: the time for mending, key fields, what is no change, yearly change packages, words of state secrets. */
@Component
class IntakeRules {
    private final List<Mending> mending;
    private final WorkingDays calendar;
    private final List<String> keyFields;
    private final List<String> secretWords;
    private final Set<String> notCompared;
    private final List<YearlyForm> yearly;

    private record Mending(int days, InForce held) {}

    IntakeRules(CityFolder city, WorkingDays calendar) {
        this.calendar = calendar;
        YamlFile.Node top = YamlFile.read(city.file("intake.yaml")).root();
        mending = top.nodes("mending").stream().map(IntakeRules::mending).toList();
        keyFields = top.texts("keyFields");
        secretWords = top.texts("secretWords");
        notCompared = Set.copyOf(top.texts("notCompared"));
        yearly = top.nodes("yearly").stream().map(YearlyForm::read).toList();
        top.close();
    }

    private static Mending mending(YamlFile.Node node) {
        YamlFile.Node held = node.node("inForce");
        Mending mending = new Mending(
                node.integer("workingDays", 0),
                new InForce(
                        LocalDate.parse(held.text("from")),
                        held.findText("to").map(LocalDate::parse).orElse(null),
                        null));
        held.close();
        node.close();
        return mending;
    }

    /** The last day for mending what was found wrong on a day; empty when the city sets none, or working days are not known. */
    Optional<LocalDate> deadline(LocalDate found) {
        return limit(found).flatMap(days -> calendar.add(found, days));
    }

    /** The year whose calendar is missing for the deadline of what was found wrong on a day; empty when none is, or none is set. */
    OptionalInt notKnown(LocalDate found) {
        return limit(found).isEmpty() || deadline(found).isPresent()
                ? OptionalInt.empty()
                : calendar.notKnown(found, found.plusYears(1));
    }

    private Optional<Integer> limit(LocalDate found) {
        return InForce.choose(mending, Mending::held, found, null).map(Mending::days);
    }

    /** So many working days lie after a day, up to another; below 0 when that has passed; empty when they are not known. */
    OptionalInt workingDaysLeft(LocalDate today, LocalDate deadline) {
        return calendar.between(today, deadline);
    }

    /** By which field a layer's features are known; empty when it has none of those. */
    Optional<String> keyField(LayerSchema schema) {
        return keyFields.stream().filter(field -> schema.indexOf(field) >= 0).findFirst();
    }

    /** How two versions of a layer are compared. */
    Matching matching(LayerSchema schema) {
        return new Matching(keyField(schema).orElse(""), notCompared);
    }

    /** How a layer's yearly change package looks; empty: it has none. */
    Optional<YearlyForm> yearly(String layer) {
        return yearly.stream().filter(each -> each.layer().equals(layer)).findFirst();
    }

    List<YearlyForm> listYearly() {
        return yearly;
    }

    /** The word that says a state secret, in a name or a source. */
    Optional<String> secretWord(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : secretWords.stream().filter(text::contains).findFirst();
    }
}
