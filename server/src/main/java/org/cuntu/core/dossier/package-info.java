/**
 * The dossier of a place (一地一档): everything that the city knows of a point, a feature or a drawn area as of a date, and the
 * inverse, what one line or zone burdens; and the search of features.
 *
 * <p>Guarantees that the areas of a drawn area are those of its review to 0.01 m², that every figure names its snapshot with
 * both dates, and that a layer which cannot answer is said, never left out. Relies on {@code core.conformity} for the
 * overlay, on {@code core.onemap} for the baseline and on {@code core.rules}. Start with {@link
 * org.cuntu.core.dossier.Dossiers}.
 */
@ApplicationModule(displayName = "Dossier of a place (一地一档)")
@NullMarked
package org.cuntu.core.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
