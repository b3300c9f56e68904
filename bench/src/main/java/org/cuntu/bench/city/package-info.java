/**
 * The ground that is measured on: invented layers with the counts, vertices and shared edges of a real city's, any size,
 * from a seed.
 *
 * <p>The same seed and size give the same bytes on every machine; the survey has neither gap nor overlap, and every shape
 * is valid by OGC 06-103r4. Nothing here is meant to look like a city: {@code demo} does that.
 *
 * <p>Relies on nothing but arithmetic; features stream out one by one, so that five million need no memory.
 *
 * <p>Start with {@link org.cuntu.bench.city.BenchCity}, then {@link org.cuntu.bench.city.Lattice}, which holds the idea.
 */
@NullMarked
package org.cuntu.bench.city;

import org.jspecify.annotations.NullMarked;
