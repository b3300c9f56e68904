/** How the catalogue is read from the city's files and worked out at the two clocks. Start with {@link CityCatalogue}. */
@NullMarked
package org.cuntu.core.catalogue.internal;

import org.jspecify.annotations.NullMarked;
