/** The addresses of the portal, the finder, the own list, ratings, and the city's file of the public service. */
@NullMarked
package org.cuntu.outward.publicservice.internal;

import org.jspecify.annotations.NullMarked;
