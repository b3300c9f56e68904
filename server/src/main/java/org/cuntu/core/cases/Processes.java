package org.cuntu.core.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.rules.Words;

/**
 * The process of each case (contracts 10): where its token stands. Every method works in the caller's transaction; what two
 * persons do to one case at once is tried three times, then refused 409 {@code cases.someone-acted}. Thread safe.
 */
public interface Processes {
    /**
     * Makes a matter's process known; nothing happens when it is.
     *
     * @throws org.cuntu.engine.problem.InputRefused with everything in it that the whitelist does not have
     */
    void deploy(Matter matter);

    /** Begins the process of a case; what it reached is told to {@link Arrivals}. */
    void start(UUID caseId, Matter matter, Map<String, Boolean> variables);

    /**
     * Ends an open step and moves on.
     *
     * @param variables the boolean decisions of the matter
     */
    void complete(UUID caseId, UUID task, Map<String, Boolean> variables);

    /** Sends back: every open step ends, the token stands at an earlier one. */
    void moveTo(UUID caseId, String step);

    /** What a receive task or a message event waits for has come; nothing happens when none waits. */
    void message(UUID caseId, String name);

    /** Ends the process, whatever it does. */
    void cancel(UUID caseId, String reason);

    /** Where the token stands and was: for the drawing. */
    Drawing draw(UUID caseId, Matter matter);

    /** Told of every move, in the transaction that makes it. */
    interface Arrivals {
        /**
         * The engine is about to move a case by itself: a join, a timer. Whoever holds rows of a case while acting holds them here too, so
         * that the two come one after the other.
         */
        default void moving(UUID caseId) {}

        /** A step is open. */
        void opened(UUID caseId, UUID task, String step);

        /** A step is open no more without having been done: sent back, cancelled. */
        void closed(UUID caseId, UUID task, String step);

        /** A service task of the fixed list: only rows are written. */
        void called(UUID caseId, String delegate);

        /** The process is at its end. */
        void ended(UUID caseId, String end);
    }

    /**
     * The process as it is drawn, coordinates of BPMN DI.
     *
     * @param nodes with their boxes
     * @param edges with their bends
     */
    record Drawing(List<Node> nodes, List<Edge> edges) {}

    /** @param state DONE, OPEN or TO_COME */
    record Node(String id, String kind, Words name, double x, double y, double width, double height, String state) {}

    /** @param bends x and y in turn */
    record Edge(String id, String from, String to, Words name, List<Double> bends, boolean taken) {}
}
