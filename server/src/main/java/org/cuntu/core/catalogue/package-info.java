/**
 * The catalogue of the city's data (数据资源目录): who answers for each layer, how often it is due, how fresh and how good it is,
 * how much of the city it covers; the collection rate of the core data (核心数据归集率); and the named maps (一张图) over the one
 * store.
 *
 * <p>Guarantees that every figure is one of (T, K): asked again it is the same; that parts add up to their whole; and that what
 * is missing, late, unchecked or out of force never counts as collected. Relies on {@code core.onemap} for releases and clocks
 * and on {@code core.quality} for scores. Start with {@link org.cuntu.core.catalogue.Catalogue}; handbook security and sharing
 * 6 and 7.
 */
@ApplicationModule(displayName = "Catalogue")
@NullMarked
package org.cuntu.core.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
