package org.cuntu.core.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named view over the one store (一张图), declared in the city's {@code maps.yaml}: it holds no data of its own.
 *
 * @param id in addresses, {@code ?map=}
 * @param layers from the top of the pile down, those that whoever asks may see
 * @param hidden whether layers were left out because the caller may not see them
 * @param asOf the default T; null: today
 */
public record NamedMap(
        String id,
        Named name,
        Named about,
        List<Layer> layers,
        boolean hidden,
        @Nullable String asOf) {
    public NamedMap {
        layers = List.copyOf(layers);
    }

    /**
     * @param opacity percent, 10…100
     * @param on whether it is shown at first
     */
    public record Layer(String code, int opacity, boolean on) {}
}
