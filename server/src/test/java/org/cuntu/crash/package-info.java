/**
 * A process that only stores is killed (kill -9) at random moments, again and again, and started on what it left.
 *
 * <p>Guarantees nothing; it looks for what others guarantee. Start with {@link org.cuntu.crash.CrashRounds}.
 */
@NullMarked
package org.cuntu.crash;

import org.jspecify.annotations.NullMarked;
