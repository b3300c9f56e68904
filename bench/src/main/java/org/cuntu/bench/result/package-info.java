/**
 * What was measured: rounds, spreads, rows, and how they are printed, kept as JSON and put into
 * {@code docs/performance.md}.
 *
 * <p>A ratio is taken within a round, where both sides met the same load, and the row's ratio is the median of those.
 *
 * <p>Relies on nothing but numbers. Start with {@link org.cuntu.bench.result.Row}.
 */
@NullMarked
package org.cuntu.bench.result;

import org.jspecify.annotations.NullMarked;
