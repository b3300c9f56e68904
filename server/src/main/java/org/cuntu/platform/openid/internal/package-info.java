/** The way to the provider and back, and whose account it was. */
@NullMarked
package org.cuntu.platform.openid.internal;

import org.jspecify.annotations.NullMarked;
