package org.cuntu.demo;

import java.util.List;

/**
 * A synthetic city as made.
 *
 * @param size how fine
 * @param seed from which everything invented follows
 * @param patches the number of survey patches
 * @param layers as they are now, in the order of the city's register
 * @param earlier what was in force before: other versions of some layers, oldest first
 * @param notes what was done to the real outlines, and what is invented; Chinese sentence, then English, one note a line
 */
public record DemoCity(
        DemoSize size, long seed, int patches, List<DemoLayer> layers, List<DemoLayer> earlier, List<String> notes) {
    public DemoCity {
        layers = List.copyOf(layers);
        earlier = List.copyOf(earlier);
        notes = List.copyOf(notes);
    }

    /** @throws IllegalArgumentException when there is no such layer */
    public DemoLayer layer(String code) {
        return layers.stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer " + code));
    }
}
