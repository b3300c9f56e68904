package org.cuntu.engine.matrix;

/** Somebody who waits for long work: is told how far it is, and may have it stop. Called from the thread that asked. */
public interface Watch {
    /** Nobody waits: the work runs to its end. */
    Watch NONE = new Watch() {
        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** So many of so many features are done. */
    void progress(long done, long total);

    /** Whether to stop; the work then ends with a CancellationException. */
    boolean cancelled();
}
