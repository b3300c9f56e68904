package org.cuntu.business.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.conformity.Replay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The plan-condition sheets. Drafted by one person and issued by another; every act leaves its event and its proof entry in one
 * transaction. Thread safe.
 */
public interface PlanConditions {
    /**
     * What a sheet is to be of.
     *
     * @param unit DYBH; plots: DKBH, each once
     * @param part only this ground of the plots, EPSG:4490; null: whole
     * @param requirements ids of the city's file
     * @param remarks further words; may be empty
     * @param replaces the issued sheet that it is to replace
     */
    record Order(
            String unit,
            List<String> plots,
            @Nullable Geometry part,
            String name,
            String purpose,
            String applicant,
            List<String> requirements,
            String remarks,
            @Nullable UUID replaces) {
        public Order {
            plots = List.copyOf(plots);
            requirements = List.copyOf(requirements);
        }
    }

    /** @param text part of number, name, applicant, unit or plot; state null: any; changed: only those whose plan has changed */
    record Filter(String text, PlanCondition.@Nullable State state, boolean changed) {}

    /**
     * Copies the plan in force today into a draft.
     *
     * @throws org.cuntu.engine.problem.InputRefused when a plot is not there, is no approved plan, or a layer that must answer does not
     */
    PlanCondition draft(Order order);

    /**
     * Gives number and validity.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 403 for whoever drafted it, 409 when it is no draft or the plan has changed since
     */
    PlanCondition issue(UUID id, String words);

    /**
     * The sheet that a case ends with, drafted and issued at once: its matter has told the persons apart already, so that nobody needs a
     * right of planning besides. Called by whoever decides, in the transaction of the decision.
     *
     * @param drafter who examined the case
     * @throws org.cuntu.platform.http.ProblemAnswer 403 when the caller is the drafter
     * @throws org.cuntu.engine.problem.InputRefused as {@link #draft}
     */
    PlanCondition issueOfCase(Order order, String drafter);

    /** The drafter gives a draft up. */
    PlanCondition discard(UUID id, String words);

    /** 撤回 or 撤销 of an issued sheet, with the reason. */
    PlanCondition end(UUID id, PlanCondition.Act act, String words);

    /** Those that the caller sees, the last changed first. */
    List<PlanCondition> list(Filter filter, int most);

    Optional<PlanCondition> find(UUID id);

    /** By its number, whoever asks: for the check of a paper. */
    Optional<PlanCondition> findIssued(String number);

    List<PlanCondition.Event> listEvents(PlanCondition condition);

    /** By sheet what the version in force today says otherwise; empty when nothing, or when it is neither draft nor issued. */
    Map<UUID, List<PlanCondition.Changed>> changes(List<PlanCondition> conditions);

    /** The canonical content, as kept. */
    String content(PlanCondition condition);

    /** The content made anew from the versions that it was made of, compared with what is kept. */
    Replay replay(PlanCondition condition);
}
