/**
 * How matters are read from the city's folders and held against what a process may be made of. Guarantees that a
 * {@link org.cuntu.core.cases.Matter} in use passed every check, also one that an old case began with. Relies on the organisation
 * for units and on rules for CEL. Start with {@link CityMatters}.
 */
@NullMarked
package org.cuntu.core.cases.internal;

import org.jspecify.annotations.NullMarked;
