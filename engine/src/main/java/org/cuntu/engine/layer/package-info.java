/**
 * Immutable, content-addressed versions of layers in files (contracts 8; layout in docs/snapshot-format.md).
 *
 * <p>Guarantees: a snapshot is named by the SHA-256 of its bytes, written completely or not at all, never rewritten, and
 * the same features give the same bytes in whatever order they came. Relies on {@code engine.measure} for the integral and
 * on the file system for rename and fsync. Start reading at {@link org.cuntu.engine.layer.Snapshot}, then {@link
 * org.cuntu.engine.layer.SnapshotWriter}.
 */
@org.jspecify.annotations.NullMarked
package org.cuntu.engine.layer;
