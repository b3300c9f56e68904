package org.cuntu.demo;

/** Hears how far the making of the city has come. Called from one thread. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * @param step what is being done, in a few English words
     * @param done units done
     * @param total units in all; 0 when not known
     */
    void at(String step, long done, long total);
}
