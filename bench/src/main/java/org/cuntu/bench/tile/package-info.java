/**
 * Vector tiles read back, to see that both sides drew the same ground with valid rings. Shares no code with the writer.
 *
 * <p>Relies on the words of the Mapbox Vector Tile specification 2.1 and on JTS for validity. Start with
 * {@link org.cuntu.bench.tile.TileGround}.
 */
@NullMarked
package org.cuntu.bench.tile;

import org.jspecify.annotations.NullMarked;
