/**
 * The smallest move that takes a site out of a conflict (最小避让): {@link org.cuntu.engine.clearing.ClearingShift}.
 *
 * <p>A move that is found clears the conflict by a centimetre, is within a millimetre of the shortest there is where contacts
 * decide it, never more than half a metre longer, and "none within 200 m" has been shown for every place, not sampled.
 *
 * <p>Works in a plane in metres, on JTS geometry, and judges no law: the caller says what ground is in conflict and
 * reviews the moved site anew.
 *
 * <p>Start with {@link org.cuntu.engine.clearing.ClearingShift}, which explains the search.
 */
@NullMarked
package org.cuntu.engine.clearing;

import org.jspecify.annotations.NullMarked;
