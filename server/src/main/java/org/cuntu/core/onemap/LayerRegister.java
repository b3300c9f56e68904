package org.cuntu.core.onemap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.layer.LayerSchema;

/** The city's register of layers, in the order of the file. */
public interface LayerRegister {
    List<LayerEntry> listLayers();

    Optional<LayerEntry> findLayer(String code);

    /** SHA-256 of the register file, hexadecimal: part of what a review records. */
    String hash();

    /** By which fields the features of a layer are found, in the order of its fields; empty for none. */
    default Map<String, SearchBy> searchFields(String layer) {
        return Map.of();
    }

    /** Which field of a layer says the division that a feature belongs to; empty: the place does. */
    default Optional<String> divisionField(LayerSchema schema) {
        return Optional.empty();
    }

    /** How a field is searched. */
    enum SearchBy {
        /** A name: by any part of it and by its pinyin. Every feature's enters the token table. */
        NAME,
        /** A number or code, by its beginning; needs no table, so a layer of a million features can have it. */
        NUMBER,
        /** A name that features share: one hit for all of them together, for example the county of a township. */
        GROUP
    }
}
