/** The proof log's rows, tree and sequencer. */
@NullMarked
package org.cuntu.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
