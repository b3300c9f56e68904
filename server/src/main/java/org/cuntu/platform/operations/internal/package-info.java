/** Figures, their endpoint, and the page's. */
@NullMarked
package org.cuntu.platform.operations.internal;

import org.jspecify.annotations.NullMarked;
