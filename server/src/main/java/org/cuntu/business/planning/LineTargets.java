package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** The assigned targets of the lines, on two clocks. Thread safe. */
public interface LineTargets {
    /** A new record, with its proof entry. */
    record Order(
            String layer,
            String division,
            Area quantity,
            String document,
            LocalDate assignedOn,
            LocalDate inForceFrom,
            boolean invented) {}

    /**
     * Of an invented city alone, by one person; one in earnest is entered by two ({@link TargetDrafts}).
     *
     * @throws org.cuntu.engine.problem.InputRefused when a value is missing, the line or division is not known, or it is not invented
     */
    LineTarget assign(Order order);

    /** By division those in force at a day. @param known K; null: all that is known */
    Map<String, LineTarget> inForce(String layer, LocalDate day, @Nullable Instant known);

    /** Every record of a line, the newest first. */
    List<LineTarget> listAll(String layer);
}
