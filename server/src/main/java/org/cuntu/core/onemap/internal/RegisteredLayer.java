package org.cuntu.core.onemap.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;

/**
 * A layer of the register with what only the map and the import need.
 *
 * @param tileFields field codes that travel in tiles
 * @param mandatory field codes that an import must bring
 * @param aliases other names of a field in deliveries, upper case, to the field's code; the codes themselves are in it
 * @param search field codes by which features are found
 * @param style hints for the map: fill, stroke, pattern
 */
record RegisteredLayer(
        LayerEntry entry,
        List<String> tileFields,
        Set<String> mandatory,
        Map<String, String> aliases,
        Map<String, LayerRegister.SearchBy> search,
        Map<String, String> style) {
    RegisteredLayer {
        tileFields = List.copyOf(tileFields);
        mandatory = Set.copyOf(mandatory);
        aliases = Map.copyOf(aliases);
        search = Collections.unmodifiableMap(search);
        style = Map.copyOf(style);
    }
}
