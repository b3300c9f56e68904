package org.cuntu.platform.oversight;

import java.util.Optional;

/** In which division a place lies: filled by whoever has the layers. Thread safe. */
public interface GroundDivisions {
    /**
     * By the townships in force today.
     *
     * @param lon degrees, EPSG:4490
     * @return the significant digits of the smallest division that is known; empty: none is
     */
    Optional<String> find(double lon, double lat);
}
