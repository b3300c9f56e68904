/**
 * Quality (质检): written snapshots checked by the city's dated rules.
 *
 * <p>Guarantees that a run is whole or not there. Relies on one map. Start with {@link org.cuntu.core.quality.LayerChecks}.
 */
@ApplicationModule(displayName = "Quality")
@NullMarked
package org.cuntu.core.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
