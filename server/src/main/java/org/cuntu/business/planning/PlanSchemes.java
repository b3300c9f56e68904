package org.cuntu.business.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The kinds of plan that the city takes in, as its {@code plans.yaml} has them. Thread safe. */
public interface PlanSchemes {
    List<PlanScheme> listSchemes(LocalDate day);

    Optional<PlanScheme> findScheme(PlanKind kind, LocalDate day);

    /** Heads of the columns of an indicator table. */
    Heads heads();

    /** Which heads say that a column holds names, values and units. */
    record Heads(List<String> names, List<String> values, List<String> units) {
        public Heads {
            names = List.copyOf(names);
            values = List.copyOf(values);
            units = List.copyOf(units);
        }
    }
}
