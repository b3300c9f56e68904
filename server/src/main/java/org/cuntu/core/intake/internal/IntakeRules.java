package org.cuntu.core.intake.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code intake.yaml}: the time for mending, working days, key and division fields, what is no change, words of state secrets. */
@Component
class IntakeRules {
    private final List<Mending> mending;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;
    private final List<String> keyFields;
    private final List<String> divisionFields;
    private final List<String> secretWords;
    private final Set<String> notCompared;

    private record Mending(int days, InForce held) {}

    IntakeRules(CityFolder city) {
        YamlFile.Node top = YamlFile.read(city.file("intake.yaml")).root();
        mending = top.nodes("mending").stream().map(IntakeRules::mending).toList();
        holidays = days(top, "holidays");
        workdays = days(top, "workdays");
        keyFields = top.texts("keyFields");
        divisionFields = top.texts("divisionFields");
        secretWords = top.texts("secretWords");
        notCompared = Set.copyOf(top.texts("notCompared"));
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

    private static Set<LocalDate> days(YamlFile.Node top, String key) {
        return top.texts(key).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }

    /** The last day for mending what was found wrong on a day; empty when the city sets none. */
    Optional<LocalDate> deadline(LocalDate found) {
        return InForce.choose(mending, Mending::held, found, null).map(rule -> after(found, rule.days));
    }

    private LocalDate after(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) left--;
        }
        return last;
    }

    /** So many working days lie after a day, up to another; below 0 when that has passed. */
    int workingDaysLeft(LocalDate today, LocalDate deadline) {
        if (deadline.isBefore(today)) return -workingDaysLeft(deadline, today);
        return (int) today.plusDays(1)
                .datesUntil(deadline.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private boolean isWorkingDay(LocalDate day) {
        if (workdays.contains(day)) return true;
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** By which field a layer's features are known; empty when it has none of those. */
    Optional<String> keyField(LayerSchema schema) {
        return keyFields.stream().filter(field -> schema.indexOf(field) >= 0).findFirst();
    }

    /** How two versions of a layer are compared. */
    Matching matching(LayerSchema schema) {
        return new Matching(keyField(schema).orElse(""), notCompared);
    }

    /** Which field says the division; empty: the place does. */
    Optional<String> divisionField(LayerSchema schema) {
        return divisionFields.stream()
                .filter(field -> schema.indexOf(field) >= 0)
                .findFirst();
    }

    /** The word that says a state secret, in a name or a source. */
    Optional<String> secretWord(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : secretWords.stream().filter(text::contains).findFirst();
    }
}
