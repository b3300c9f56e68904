/**
 * The rows: what is asked of ours and of a peer, in alternating rounds, and whether the answers agree.
 *
 * <p>In each round ours runs first and the peer right after it, so that both meet the same machine; every row checks the
 * answers against a witness of contracts 3 before it is believed.
 *
 * <p>Relies on {@code bench.worker} and {@code bench.peer} for the contenders and on {@code bench.city} for the ground.
 *
 * <p>Start with {@link org.cuntu.bench.row.BenchRun}.
 */
@NullMarked
package org.cuntu.bench.row;

import org.jspecify.annotations.NullMarked;
