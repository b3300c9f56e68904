/**
 * A layer meets a layer: areas class by class ({@link org.cuntu.engine.matrix.LayerMatrix}), and what changed between two versions of
 * one ({@link org.cuntu.engine.matrix.LayerDifference}); and a site of very many features, a layer of lines or points too ({@link
 * org.cuntu.engine.matrix.SiteTable}).
 *
 * <p>Areas are FieldIntegral F, each piece within 1e-9·A + 2e-6 m² of any exact method; what lies on a feature, with its rest, adds up
 * to the feature; sums are the same to the bit on one thread and on many (contracts 3 and 5).
 *
 * <p>Relies on {@code engine.overlay} for the cut of two shapes and on {@code engine.layer} for features in Hilbert order.
 *
 * <p>Start with {@link org.cuntu.engine.matrix.LayerMatrix}, then {@code PatchCutter}.
 */
@NullMarked
package org.cuntu.engine.matrix;

import org.jspecify.annotations.NullMarked;
