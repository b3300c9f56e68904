/** The clients' rows, keys and tokens, and the two chains of filters that they come through. */
@NullMarked
package org.cuntu.platform.clients.internal;

import org.jspecify.annotations.NullMarked;
