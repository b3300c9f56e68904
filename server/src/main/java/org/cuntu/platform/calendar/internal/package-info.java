/** The calendar as the city's file has it; see {@link org.cuntu.platform.calendar}. */
@NullMarked
package org.cuntu.platform.calendar.internal;

import org.jspecify.annotations.NullMarked;
