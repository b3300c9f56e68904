package org.cuntu.cli;

/** The exit statuses of the command line (contracts 1). */
public enum Exit {
    /** Done, whatever the verdict. */
    DONE(0),
    /** Unexpected; the message names an incident number. */
    UNEXPECTED(1),
    WRONG_USAGE(2),
    INPUT_REFUSED(3),
    NOT_ALLOWED(4),
    /** The server or the home is busy. */
    BUSY(5),
    NOT_IN_THIS_VERSION(6);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
