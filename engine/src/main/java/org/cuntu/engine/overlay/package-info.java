/**
 * What of a layer lies in a site, and how large it is: {@link org.cuntu.engine.overlay.SiteOverlay}.
 *
 * <p>Every decision (which side, crosses or not, inside or not) is exact, ties are broken by one symbolic shift of the site, and areas
 * are FieldIntegral F within 1e-9·A + 2e-6 m² a piece; outlines are valid by OGC rules and as large as their pieces; the same
 * question gives the same bits on any thread and platform (contracts 3 and 5).
 *
 * <p>Relies on {@code engine.layer} for flat rings with running integrals; JTS unites overlapping features and makes the few outlines
 * that rounding has spoilt, never the area of a piece.
 *
 * <p>Start with {@code docs/overlay.md}, which has the ideas with a picture; then {@code EdgeCrossing} (how edges meet), {@link
 * org.cuntu.engine.overlay.ShapePair} (the area without an outline), {@code PairCut} with {@code SiteGrid} (the same, with the site made
 * ready), {@code Outline} (the outline after all).
 */
@NullMarked
package org.cuntu.engine.overlay;

import org.jspecify.annotations.NullMarked;
