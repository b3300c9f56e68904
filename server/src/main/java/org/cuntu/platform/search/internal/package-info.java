/** Tokens, pinyin, coordinates, and the table; see {@link org.cuntu.platform.search}. */
@NullMarked
package org.cuntu.platform.search.internal;

import org.jspecify.annotations.NullMarked;
