/** How dossiers, burdens and feature searches are made; see {@link org.cuntu.core.dossier}. */
@NullMarked
package org.cuntu.core.dossier.internal;

import org.jspecify.annotations.NullMarked;
