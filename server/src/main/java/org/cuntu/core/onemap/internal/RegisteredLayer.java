package org.cuntu.core.onemap.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the register with what only the map and the import need.
 *
 * @param tileFields field codes that travel in tiles
 * @param mandatory field codes that an import must bring
 * @param aliases other names of a field in deliveries, upper case, to the field's code; the codes themselves are in it
 * @param search field codes by which features are found
 * @param style hints for the map: fill, stroke, pattern
 * @param scales between which the layer is drawn; null: at every scale
 * @param slivers the layer's own dated limits, or where it has none the city's
 */
record RegisteredLayer(
        LayerEntry entry,
        List<String> tileFields,
        Set<String> mandatory,
        Map<String, String> aliases,
        Map<String, LayerRegister.SearchBy> search,
        Map<String, String> style,
        @Nullable ScaleRange scales,
        List<DatedSlivers> slivers) {
    /** Sliver limits while they hold. */
    record DatedSlivers(LayerEntry.Slivers limits, InForce held) {}

    RegisteredLayer {
        slivers = List.copyOf(slivers);
        tileFields = List.copyOf(tileFields);
        mandatory = Set.copyOf(mandatory);
        aliases = Map.copyOf(aliases);
        search = Collections.unmodifiableMap(search);
        style = Map.copyOf(style);
    }

    /** How a file with this layer's features is read. */
    ReadOrder order(@Nullable Crs stated, @Nullable String sourceLayer, Runnable pulse) {
        return new ReadOrder(stated, sourceLayer, false, entry.dimension(), pulse);
    }

    /**
     * The layer with the sliver limits in force at T as known at K; those of contracts 3 where the city says none.
     *
     * @param known K; null: all that is known
     */
    LayerEntry at(LocalDate at, @Nullable Instant known) {
        return entry.with(InForce.choose(slivers, DatedSlivers::held, at, known)
                .map(DatedSlivers::limits)
                .orElse(LayerEntry.Slivers.DEFAULT));
    }
}
