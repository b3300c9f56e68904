/**
 * The working days of the city (工作日): holidays and the weekends that are worked for them, year by year as the State Council
 * announces them, from {@code holidays.yaml}.
 *
 * <p>Guarantees that a date of a year without a calendar is never guessed: the answer is "not known", and the operator hears
 * of it. Relies on the home for the city's folder and its zone. Start with {@link org.cuntu.platform.calendar.WorkingDays}.
 */
@ApplicationModule(displayName = "Calendar")
@NullMarked
package org.cuntu.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
