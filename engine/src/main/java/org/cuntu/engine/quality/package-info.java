/**
 * What is wrong with the shapes of a layer (拓扑质检): overlaps, gaps, slivers, spikes, doubled points, shapes that are invalid, of several
 * parts or not where they have to be.
 *
 * <p>{@link org.cuntu.engine.quality.TopologySweep} looks at a snapshot once, along its Hilbert order: each feature with the few round it.
 * What overlaps is measured exactly ({@link org.cuntu.engine.overlay.ShapePair}). A gap is found by the edges that no neighbour runs back
 * along: of a coverage without fault there are none, so that only what is wrong costs time ({@code FreeEdges}, {@code Gaps}). Findings come
 * in the order of the features, the same on one thread and on many; the heap holds some blocks of features and the edges that are free.
 *
 * <p>Relies on {@code engine.overlay} for areas and outlines, on {@code engine.matrix} for work in blocks, and on JTS to node the free edges.
 *
 * <p>Start with {@link org.cuntu.engine.quality.TopologyCheck}, then {@link org.cuntu.engine.quality.TopologySweep}.
 */
@NullMarked
package org.cuntu.engine.quality;

import org.jspecify.annotations.NullMarked;
