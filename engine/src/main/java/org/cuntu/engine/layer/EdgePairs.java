package org.cuntu.engine.layer;

/** Is told pairs of edges that may meet. */
interface EdgePairs {
    /** Whether to go on. */
    boolean take(int edge, int later);
}
