package org.cuntu.platform.oversight;

/** What may be unusual of a person's acts (security-sharing 26). */
public enum UnusualKind {
    /** Acts outside the working hours, an hour. */
    HOURS,
    /** Reads, an hour. */
    READS,
    /** Files taken away or printed, a day. */
    EXPORTS,
    /** Requests and sign-ins that were refused, an hour. */
    REFUSALS,
    /** Divisions other than the person's own that were read, an hour. */
    DIVISIONS;

    /** Whether it is counted by the city's day; else by the hour. */
    public boolean isDaily() {
        return this == EXPORTS;
    }
}
