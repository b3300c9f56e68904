package org.cuntu.core.onemap.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.onemap.LayerEntry;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the register with what only the map and the import need.
 *
 * @param tileFields field codes that travel in tiles
 * @param mandatory field codes that an import must bring
 * @param aliases other names of a field in deliveries, upper case, to the field's code; the codes themselves are in it
 * @param style hints for the map: fill, stroke, pattern
 * @param scales between which the layer is drawn; null: at every scale
 */
record RegisteredLayer(
        LayerEntry entry,
        List<String> tileFields,
        Set<String> mandatory,
        Map<String, String> aliases,
        Map<String, String> style,
        @Nullable ScaleRange scales) {
    RegisteredLayer {
        tileFields = List.copyOf(tileFields);
        mandatory = Set.copyOf(mandatory);
        aliases = Map.copyOf(aliases);
        style = Map.copyOf(style);
    }
}
