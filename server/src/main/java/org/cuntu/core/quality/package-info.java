/**
 * Quality checks (质检) of written snapshots by the city's dated rules.
 *
 * <p>Start with {@link org.cuntu.core.quality.LayerChecks}.
 */
@ApplicationModule(displayName = "Quality")
@NullMarked
package org.cuntu.core.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
