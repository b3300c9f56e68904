package org.cuntu.core.cases;

/** Makes what a case ends with; a bean of the floor above, one for each kind of {@link MatterResult}. */
public interface ResultIssuer {
    /** Of {@link MatterResult}. */
    String kind();

    /**
     * Gives the number and writes the rows, in the transaction of the act; its paper is made by a task of its own, which says
     * {@link Cases#arrived} with {@code paper}. Called once for a case, also after a crash.
     *
     * @return the number
     */
    String issue(CaseFile decided, Matter matter);

    /**
     * Refuses an application whose result could not be made, for example when what it changes is not valid any more; called at the
     * submission and before the decision.
     */
    void check(CaseFile applied, Matter matter);
}
