@NullMarked
package org.cuntu.business.permitting.internal;

import org.jspecify.annotations.NullMarked;
