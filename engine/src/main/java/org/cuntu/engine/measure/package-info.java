/**
 * Values with units, and the areas of contracts 3: legal, stated, plane and book area, and the field integral of the overlay.
 * Guarantees whole hundredths of a square metre, rounding in one named place, sums that add up, and the same bits on every platform.
 * Relies on nothing but the JDK.
 * Start at {@link org.cuntu.engine.measure.Area}, then {@link org.cuntu.engine.measure.SurveyArea}; 国土调查办发〔2008〕32号 and the handbook, area computation.
 */
@NullMarked
package org.cuntu.engine.measure;

import org.jspecify.annotations.NullMarked;
