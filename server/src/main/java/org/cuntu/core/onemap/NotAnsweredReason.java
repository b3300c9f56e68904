package org.cuntu.core.onemap;

/** Why a layer does not answer (contracts 2). {@link #code()} is the word in JSON and message files. */
public enum NotAnsweredReason {
    NO_SNAPSHOT("no-snapshot"),
    OUTSIDE_COVERAGE("outside-coverage"),
    PARTLY_OUTSIDE_COVERAGE("partly-outside-coverage"),
    STALE("stale"),
    FAULT("fault"),
    /** The layer is classified above what the asker may see (contracts 12): it answers nothing, and not "clear". */
    NOT_CLEARED("not-cleared");

    private final String code;

    NotAnsweredReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
