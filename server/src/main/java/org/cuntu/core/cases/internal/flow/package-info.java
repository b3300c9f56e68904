/**
 * The engine behind {@link org.cuntu.core.cases.Processes}: Flowable, which keeps where each case's token stands and nothing else.
 *
 * <p>Guarantees that a process runs nothing but what contracts 10 lists, that the engine's rows, ours and the entry of the proof log
 * are of one transaction, and that one case is moved by one act at a time. Relies on the engine's own tables, made by
 * {@link org.cuntu.core.cases.internal.flow.FlowTables} as migration 113, and on the city's clock. Start with
 * {@link org.cuntu.core.cases.internal.flow.FlowProcesses}.
 */
@NullMarked
package org.cuntu.core.cases.internal.flow;

import org.jspecify.annotations.NullMarked;
