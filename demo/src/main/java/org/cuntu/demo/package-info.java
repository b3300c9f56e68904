/**
 * A synthetic Liuzhou: the layers of a city from a seed, to try the platform without anybody's data.
 *
 * <p>It guarantees that the same size and seed give the same features to the last bit, that the survey layers are seamless
 * because neighbours share the very same vertices, and that the book areas of a township add up to its control area
 * (TD/T 1057-2020; handbook, survey database 2.6 and area computation 3.8).
 *
 * <p>It relies on the engine's measures and on JTS; county outlines, division codes and names are real, everything else is
 * invented and says so.
 *
 * <p>Start reading at {@link org.cuntu.demo.SyntheticCity}.
 */
@NullMarked
package org.cuntu.demo;

import org.jspecify.annotations.NullMarked;
