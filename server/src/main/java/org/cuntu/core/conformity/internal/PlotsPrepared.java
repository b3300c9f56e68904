package org.cuntu.core.conformity.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.Cutter;
import org.locationtech.jts.geom.Geometry;

/** A cutter for one review: a plot that the kernel has prepared is not prepared again for its outlines. */
public final class PlotsPrepared implements Cutter {
    private final Cutter cutter;
    private final Map<Same, Plot> prepared = new ConcurrentHashMap<>();

    /** The very same object: equal ones would have to be compared corner by corner. */
    private record Same(Geometry geometry) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.geometry == geometry;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(geometry);
        }
    }

    public PlotsPrepared(Cutter cutter) {
        this.cutter = cutter;
    }

    @Override
    public Plot prepare(Geometry geodetic) {
        return prepared.computeIfAbsent(new Same(geodetic), same -> cutter.prepare(same.geometry()));
    }
}
