/**
 * Quality checks (质检): a written snapshot against the city's dated rules of {@code city/<city>/quality.yaml}, before or after it is
 * released. What is wrong is kept as issues with their places, counted, scored and put on paper.
 *
 * <p>Guarantees that a run is whole or not there, that the same snapshot under the same rules gives the same issues in the same order, and
 * that what cannot be told (a layer that is missing, a shape too broken) is an issue too and never a pass. Relies on the engine's sweep for
 * shapes, on the rules' runner for expressions, on the one map for register, classes and released layers. Start at {@link
 * org.cuntu.core.quality.LayerChecks}; handbook security and sharing 9, survey database 2.6; docs/quality.md.
 */
@ApplicationModule(displayName = "Quality check (质检)")
@NullMarked
package org.cuntu.core.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
