package org.cuntu.core.conformity;

import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.measure.PlaneArea;
import org.cuntu.engine.measure.StatedArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One plot as the kernel takes it.
 *
 * @param legal the figure that its leaves are apportioned to
 * @param plane null when the plot came in longitude and latitude
 * @param geodetic the outline in EPSG:4490, edges straight in (L, B)
 */
public record ReviewPlot(
        String number,
        String name,
        String use,
        LegalArea legal,
        @Nullable PlaneArea plane,
        @Nullable StatedArea stated,
        Geometry geodetic) {}
