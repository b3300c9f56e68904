package org.cuntu.core.conformity;

import java.nio.file.Path;
import java.time.LocalDate;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.internal.CityRules;

/** The city's own rules, for the kernel's tests. */
final class Rules {
    static final CityRules BOOK =
            CityRules.open(Path.of(System.getProperty("cuntu.root", ".."), "city", "liuzhou"), TestRegister.CITY);

    private Rules() {}

    static RuleSet city() {
        return BOOK.inForce(LocalDate.of(2026, 11, 20), null);
    }

    /** Only the rules whose ids begin so. */
    static RuleSet only(String... beginnings) {
        RuleSet all = city();
        return new RuleSet(
                all.hash(),
                all.text(),
                all.rules().stream()
                        .filter(rule -> java.util.Arrays.stream(beginnings).anyMatch(rule.id()::startsWith))
                        .toList(),
                all.documents(),
                all.conversion());
    }

    /** The rules of these ids alone. */
    static RuleSet exactly(String... ids) {
        RuleSet all = city();
        return new RuleSet(
                all.hash(),
                all.text(),
                all.rules().stream()
                        .filter(rule -> java.util.List.of(ids).contains(rule.id()))
                        .toList(),
                all.documents(),
                all.conversion());
    }
}
