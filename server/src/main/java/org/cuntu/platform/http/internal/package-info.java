/** The handlers of errors, the filter for large bodies, the pages of the web client. */
@NullMarked
package org.cuntu.platform.http.internal;

import org.jspecify.annotations.NullMarked;
