/** Accounts in the database, the chain of filters, the session's handlers. */
@NullMarked
package org.cuntu.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
