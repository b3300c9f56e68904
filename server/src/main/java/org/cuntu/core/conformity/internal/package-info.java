/**
 * How a review is made, kept and shown: leaves, findings, tables; canonical text; store; JSON, terminal and PDF.
 *
 * <p>Guarantees that every table is a sum over the same leaves and that what is shown is read from one JSON. Relies on
 * the records of {@link org.cuntu.core.conformity}. Start at {@link org.cuntu.core.conformity.internal.LayerLeaves};
 * contracts 3, handbook area computation 3.5, 3.8.
 */
@NullMarked
package org.cuntu.core.conformity.internal;

import org.jspecify.annotations.NullMarked;
