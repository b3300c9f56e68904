/** How the figures are read from the rows of cases and put on paper. Start with {@link StoredSupervision}. */
@NullMarked
package org.cuntu.outward.supervision.internal;

import org.jspecify.annotations.NullMarked;
