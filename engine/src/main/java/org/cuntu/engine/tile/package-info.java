/**
 * Vector tiles cut straight from a snapshot, in the Mapbox Vector Tile format, version 2.1, without a protobuf
 * library. The same snapshot, tile and options give the same bytes, a tile never exceeds its limit of bytes,
 * simplification tears no common edge, and every feature is a valid multipolygon by OGC 06-103r4. Relies on
 * {@link org.cuntu.engine.layer.Snapshot} alone, and on neighbours sharing their vertices. Start at
 * {@link org.cuntu.engine.tile.TileCutter}, then {@code TileDrawing} for the way of one feature; the matrix sets are those of
 * OGC 17-083r4, annex D.
 */
@NullMarked
package org.cuntu.engine.tile;

import org.jspecify.annotations.NullMarked;
