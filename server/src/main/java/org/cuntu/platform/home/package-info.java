/**
 * The home folder, the city's folder, the settings and the clock: everything a process must know about where it is.
 *
 * <p>Guarantees that one process holds a home, that no other class reads the system's clock or zone, and that an unknown
 * setting stops the start. Relies on the file system alone. Start with {@link org.cuntu.platform.home.Home}.
 */
@ApplicationModule(displayName = "Home")
@NullMarked
package org.cuntu.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
