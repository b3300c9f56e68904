/** The endpoints of the proof log under {@code /api/proof}, and the door for heads of other units. */
@NullMarked
package org.cuntu.platform.oversight.internal;

import org.jspecify.annotations.NullMarked;
