/**
 * The contenders, each in a process of its own: ours in a small heap, JTS in a large one, GEOS in C.
 *
 * <p>A worker takes one command a line (words parted by tabs) and answers with one line of JSON; it measures itself, so
 * that the pipe is in no figure. It ends when its input ends.
 *
 * <p>Relies on {@code engine} for ours ({@link org.cuntu.bench.worker.Kernels} names every function that is measured) and on
 * the files of {@code bench.city}.
 *
 * <p>Start with {@link org.cuntu.bench.worker.OursWorker}.
 */
@NullMarked
package org.cuntu.bench.worker;

import org.jspecify.annotations.NullMarked;
