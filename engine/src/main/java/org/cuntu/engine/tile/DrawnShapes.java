package org.cuntu.engine.tile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is drawn in a tile: for each feature its number, its size and its path as it will stand in the tile. For one thread. */
final class DrawnShapes {
    private final ProtoBuffer paths = new ProtoBuffer();
    private int[] features = new int[64];
    private int[] ends = new int[64];
    private long[] areas = new long[64];
    private int count;

    void clear() {
        paths.clear();
        count = 0;
    }

    int count() {
        return count;
    }

    /** Adds a feature's rings. */
    void add(int feature, Rings rings) {
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            areas = Arrays.copyOf(areas, 2 * count);
        }
        int penX = 0;
        int penY = 0;
        for (int ring = 0; ring < rings.count(); ring++) {
            int last = rings.last(ring);
            paths.ring(rings.x, rings.y, rings.start(ring), last, penX, penY);
            penX = rings.x[last - 1];
            penY = rings.y[last - 1];
        }
        features[count] = feature;
        ends[count] = paths.size();
        areas[count++] = rings.doubledArea();
    }

    int feature(int place) {
        return features[place];
    }

    /** Ends a feature of a tile with the one at a place. */
    void endIn(VectorTile tile, int place) {
        tile.end(features[place], paths, place == 0 ? 0 : ends[place - 1], ends[place]);
    }

    /** The places of all. */
    int[] all() {
        return IntStream.range(0, count).toArray();
    }

    /** The places of the largest among some, in the order of the features. */
    int[] largest(int[] places, int most) {
        return IntStream.of(places)
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> areas[place])
                        .reversed()
                        .thenComparingInt(place -> features[place]))
                .limit(most)
                .mapToInt(place -> place)
                .sorted()
                .toArray();
    }
}
