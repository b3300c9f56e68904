/** The rows of tasks, and the scheduler that runs them. */
@NullMarked
package org.cuntu.platform.tasks.internal;

import org.jspecify.annotations.NullMarked;
