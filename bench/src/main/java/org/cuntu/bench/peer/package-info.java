/**
 * PostgreSQL with PostGIS as a peer and witness: a cluster of its own in a temporary folder, the layers, and the
 * statements.
 *
 * <p>The peer is given every ease that does not change an answer: no fsync, no JIT, large buffers, plans by the real
 * parameters, one thread where ours has one. The cluster is stopped and removed when the bench ends, however it ends.
 *
 * <p>Relies on an installed PostgreSQL 15 or newer with PostGIS; without it its rows are absent.
 *
 * <p>Start with {@link org.cuntu.bench.peer.Postgis}.
 */
@NullMarked
package org.cuntu.bench.peer;

import org.jspecify.annotations.NullMarked;
