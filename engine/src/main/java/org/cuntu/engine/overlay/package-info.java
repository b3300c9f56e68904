/**
 * Which parts of a layer lie in a site, and how large they are (contracts 3).
 *
 * <p>Guarantees: every decision (which side, crosses or not, in or out) is exact, ties are broken by one symbolic shift of
 * the site, so shared edges, shared vertices and collinear runs need no special case; the parts and the rest add up; the
 * same input gives the same bits on every platform and any number of threads. Relies on {@code engine.layer} for the
 * snapshot and on {@code engine.measure} for the field integral. Start reading at {@link
 * org.cuntu.engine.overlay.SiteOverlay}.
 */
@org.jspecify.annotations.NullMarked
package org.cuntu.engine.overlay;
