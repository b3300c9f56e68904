/**
 * The one application, which holds the modules of every floor.
 *
 * <p>Guarantees nothing but that they are started together. Relies on all of them. Start with
 * {@link org.cuntu.CuntuApplication}; the map is ARCHITECTURE.md, the modules are in docs/modules.md.
 */
@NullMarked
package org.cuntu;

import org.jspecify.annotations.NullMarked;
