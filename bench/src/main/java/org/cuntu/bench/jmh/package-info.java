/**
 * The kernels alone, measured by JMH ({@code ./cuntu bench --jmh}): one edge's integral, one shape cut by a site, one look
 * into the tree, one tile, one class matrix.
 *
 * <p>A change of a kernel shows here first; whether it shows where people wait, the rows tell.
 *
 * <p>Relies on the engine and on {@code bench.city}. Start with {@link org.cuntu.bench.jmh.LayerBenchmark}.
 */
@NullMarked
package org.cuntu.bench.jmh;

import org.jspecify.annotations.NullMarked;
