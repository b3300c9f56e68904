/**
 * {@code ./cuntu bench}: ours and its peers on the same invented ground, in turn, with their answers compared.
 *
 * <p>stdout has the table and nothing else; progress goes to stderr; whatever was started or written is gone at the end.
 *
 * <p>Relies on the engine's public API alone, so that a faster kernel is measured by one line in
 * {@code worker.Kernels}.
 *
 * <p>Start with {@link org.cuntu.bench.BenchCommand}, then {@link org.cuntu.bench.row.BenchRun}.
 */
@NullMarked
package org.cuntu.bench;

import org.jspecify.annotations.NullMarked;
