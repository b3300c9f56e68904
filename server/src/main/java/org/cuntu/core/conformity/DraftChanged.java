package org.cuntu.core.conformity;

/** A draft was saved elsewhere since it was opened here; {@link #now} is what it is by now. */
public final class DraftChanged extends RuntimeException {
    private final transient Draft now;

    public DraftChanged(Draft now) {
        super("draft " + now.id() + " is at version " + now.version());
        this.now = now;
    }

    public Draft now() {
        return now;
    }
}
