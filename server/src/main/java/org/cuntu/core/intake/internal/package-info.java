/** Tables, steps, merging of parts, and the addresses of submissions. */
@NullMarked
package org.cuntu.core.intake.internal;

import org.jspecify.annotations.NullMarked;
