/**
 * Search (检索): one box for places, numbers, reviews and coordinates. Modules add their nouns as {@link
 * org.cuntu.platform.search.SearchNoun}; names are found through {@link org.cuntu.platform.search.SearchIndex}, one table of
 * tokens on both databases (contracts 9).
 *
 * <p>Guarantees that one act of searching is one proof entry, that nobody is shown a noun without its permission, and that
 * a coordinate which can be read in several systems is never read in one silently. Relies on the database, the proof log and
 * the engine's coordinate systems. Start with {@link org.cuntu.platform.search.SearchNoun}.
 */
@ApplicationModule(displayName = "Search")
@NullMarked
package org.cuntu.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
