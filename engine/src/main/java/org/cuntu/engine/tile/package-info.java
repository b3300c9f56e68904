/**
 * Vector tiles cut straight from a snapshot, in the Mapbox Vector Tile format, version 2.1, without a protobuf
 * library. The same snapshot, tile and options give the same bytes, a tile never exceeds its limit of bytes, and
 * simplification tears no common edge. Relies on {@link org.cuntu.engine.layer.Snapshot} alone, and on neighbours
 * sharing their vertices. Start at {@link org.cuntu.engine.tile.TileCutter}; the matrix sets are those of OGC
 * 17-083r4, annex D.
 */
@NullMarked
package org.cuntu.engine.tile;

import org.jspecify.annotations.NullMarked;
