/**
 * Layers as immutable, content-addressed files: {@link org.cuntu.engine.layer.SnapshotWriter} makes one from features,
 * {@link org.cuntu.engine.layer.FolderSnapshotStore} opens it, {@link org.cuntu.engine.layer.Snapshot} answers from it.
 *
 * <p>The same features give the same file and so the same name, whatever the order they came in; a file is never
 * rewritten, and a broken input leaves nothing behind.
 *
 * <p>Relies on JTS for the validity of polygons (OGC 06-103r4, clause 6.1.11) where {@code SurelyValid} cannot prove it, and on {@code engine.measure} for the stored
 * integrals; knows neither a database nor the network. The file's layout is docs/snapshot-format.md.
 *
 * <p>Start with {@link org.cuntu.engine.layer.Snapshot}, then {@link org.cuntu.engine.layer.Shapes}.
 */
@NullMarked
package org.cuntu.engine.layer;

import org.jspecify.annotations.NullMarked;
