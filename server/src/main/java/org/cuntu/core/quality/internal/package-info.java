/** The checks. */
@NullMarked
package org.cuntu.core.quality.internal;

import org.jspecify.annotations.NullMarked;
