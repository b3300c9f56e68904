/**
 * Long work (architecture, "long work is a task"): persistent, with progress, cancellable, resumed after a crash.
 *
 * <p>Guarantees that a submitted task is run to one of its ends, from its beginning again after a crash; therefore a kind
 * of task must leave nothing half done. Relies on the database and db-scheduler. Start with
 * {@link org.cuntu.platform.tasks.TaskKind}.
 */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package org.cuntu.platform.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
