package org.cuntu.engine.matrix;

/**
 * How long work is done. No figure depends on it.
 *
 * @param threads how many features are cut at the same time, 1 or more
 * @param watch is told of progress and may cancel
 */
public record Effort(int threads, Watch watch) {
    public Effort {
        if (threads < 1) throw new IllegalArgumentException("at least one thread, not " + threads);
    }

    /** On all cores, unwatched. */
    public static Effort allCores() {
        return new Effort(Runtime.getRuntime().availableProcessors(), Watch.NONE);
    }

    public Effort watched(Watch by) {
        return new Effort(threads, by);
    }
}
