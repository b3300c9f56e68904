/** The city's file of lines, tables, checks, the task, and the addresses of planning. */
@NullMarked
package org.cuntu.business.planning.internal;

import org.jspecify.annotations.NullMarked;
