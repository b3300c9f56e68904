/** Wiring of the home: readiness, the run file, and the sentence for an unknown setting. */
@NullMarked
package org.cuntu.platform.home.internal;

import org.jspecify.annotations.NullMarked;
