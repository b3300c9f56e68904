package org.cuntu.core.onemap;

import java.util.List;
import java.util.Optional;

/** The city's register of layers, in the order of the file. */
public interface LayerRegister {
    List<LayerEntry> listLayers();

    Optional<LayerEntry> findLayer(String code);

    /** SHA-256 of the register file, hexadecimal: part of what a review records. */
    String hash();
}
