package org.cuntu.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every rule of the city, compiled once at the start. Thread safe. */
public interface RuleBook {
    /**
     * The rules in force at T, or at the day of the application where a rule says so, as known at K; each with its settings of
     * the day by which it was chosen.
     *
     * @param at T
     * @param appliedOn null when not known: T is taken
     * @param known K; null: all that is known
     */
    RuleSet inForce(LocalDate at, @Nullable LocalDate appliedOn, @Nullable Instant known);

    /** By all that is known. */
    default RuleSet inForce(LocalDate at, @Nullable LocalDate appliedOn) {
        return inForce(at, appliedOn, null);
    }

    /**
     * The rule set of a stored review from its canonical text.
     *
     * @throws org.cuntu.engine.problem.InputRefused when this version can no longer read it
     */
    RuleSet read(String text);

    /** All versions of all rules, in force or not, by id and version. */
    List<Rule> listRules();
}
