/** The archive's format, its making as a task, its schedule and retention, the alarm. */
@NullMarked
package org.cuntu.platform.backup.internal;

import org.jspecify.annotations.NullMarked;
