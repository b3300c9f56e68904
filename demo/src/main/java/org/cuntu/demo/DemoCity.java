package org.cuntu.demo;

import java.util.List;

/**
 * A synthetic city as made.
 *
 * @param size how fine
 * @param seed from which everything invented follows
 * @param patches the number of survey patches
 * @param layers in the order of the city's register
 * @param notes what was done to the real outlines, and what is invented; Chinese sentence, then English, one note a line
 */
public record DemoCity(DemoSize size, long seed, int patches, List<DemoLayer> layers, List<String> notes) {
    public DemoCity {
        layers = List.copyOf(layers);
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
