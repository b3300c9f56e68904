/**
 * How the installation is: health with its reasons, work under way, figures for Prometheus, the list of parts (SBOM).
 *
 * <p>Guarantees that nothing of it names a person, and that it answers administrators alone. Relies on what the other modules
 * say of themselves. Start with {@link org.cuntu.platform.operations.Operations}.
 */
@ApplicationModule(displayName = "Operations")
@NullMarked
package org.cuntu.platform.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
