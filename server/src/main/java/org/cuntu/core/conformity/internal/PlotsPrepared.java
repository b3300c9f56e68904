package org.cuntu.core.conformity.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.Cutter;
import org.locationtech.jts.geom.Geometry;

/** A cutter for one review: a plot that the kernel has prepared is not prepared again for its outlines. */
public final class PlotsPrepared implements Cutter {
    private final Cutter cutter;
    private final Map<VerySame<Geometry>, Plot> prepared = new ConcurrentHashMap<>();

    public PlotsPrepared(Cutter cutter) {
        this.cutter = cutter;
    }

    @Override
    public Plot prepare(Geometry geodetic) {
        return prepared.computeIfAbsent(new VerySame<>(geodetic), same -> cutter.prepare(same.object()));
    }
}
