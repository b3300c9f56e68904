/**
 * Survey statistics (国土调查统计): how much of what class is where, as of any date, and how it changed between two surveys; down to
 * the patch and back.
 *
 * <p>Guarantees that every table adds up in ㎡, in 公顷 and in 亩 at every level, because all figures are sums of the same leaves
 * (ADR 0040); that the same snapshots give the same figures; and that what is missing is said, never counted as nothing. Relies on
 * {@code core.onemap} for the versions and their clocks, on the engine's matrix for what changed, and on the city's {@code
 * survey.yaml}. Start with {@link org.cuntu.business.survey.SurveyStatistics}; handbook land classes 1.2, survey database 2.3–2.6,
 * area computation 3.7–3.8.
 */
@ApplicationModule(displayName = "Survey")
@NullMarked
package org.cuntu.business.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
