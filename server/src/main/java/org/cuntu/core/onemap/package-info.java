/**
 * One map (一张图): the city's register of layers, the releases of their snapshots, and baselines by two clocks.
 *
 * <p>Guarantees that the same baseline always gives the same snapshots (contracts 4) and that a release is whole or not
 * there. Relies on the engine's snapshot store, the database and the proof log. Start with
 * {@link org.cuntu.core.onemap.Baselines}.
 */
@ApplicationModule(displayName = "One map")
@NullMarked
package org.cuntu.core.onemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
