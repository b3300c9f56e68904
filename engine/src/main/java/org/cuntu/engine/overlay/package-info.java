/**
 * What of a layer lies in a site, and how large it is: {@link org.cuntu.engine.overlay.SiteOverlay}.
 *
 * <p>Every decision (which side, crosses or not, inside or not) is exact, ties are broken by one symbolic shift of the site,
 * and areas are FieldIntegral F within 1e-9·A + 2e-6 m² a piece; the same question gives the same bits on any thread and
 * platform (contracts 3 and 5).
 *
 * <p>Relies on {@code engine.layer} for flat rings with running integrals; JTS is used for outlines and for unions of
 * overlapping features, never for the area of a piece.
 *
 * <p>Start with {@link org.cuntu.engine.overlay.SiteOverlay}, then {@code PairCut}, which holds the method.
 */
@NullMarked
package org.cuntu.engine.overlay;

import org.jspecify.annotations.NullMarked;
