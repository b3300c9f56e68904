package org.cuntu.engine.format;

import java.util.Map;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.Shaped;
import org.cuntu.engine.measure.StatedArea;
import org.jspecify.annotations.Nullable;

/**
 * One plot (地块) as a file or a drawing gives it.
 *
 * @param number DKBH, or its position in the file
 * @param name DKMC, may be empty
 * @param use DKYT as written, may be empty
 * @param stated what the file claims; null when it claims nothing
 * @param shape polygon or multipolygon in the input's own system
 * @param raw every other attribute as written, in order
 */
public record Plot(
        String number, String name, String use, @Nullable StatedArea stated, GeoShape shape, Map<String, String> raw)
        implements Shaped {}
