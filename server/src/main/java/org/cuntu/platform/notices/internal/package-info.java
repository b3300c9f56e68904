/** The table of notices and what the bell asks. Not for other modules. */
@NullMarked
package org.cuntu.platform.notices.internal;

import org.jspecify.annotations.NullMarked;
