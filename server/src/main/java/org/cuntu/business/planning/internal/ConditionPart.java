package org.cuntu.business.planning.internal;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** The part of some plots that a sheet is of: one GeoJSON polygon or multipolygon, read and checked as drawn ground is. */
final class ConditionPart {
    private ConditionPart() {}

    /** @throws org.cuntu.engine.problem.InputRefused when it is none, or not valid */
    static Geometry read(String geoJson) {
        return DrawnShapes.read("{\"out\":[{\"geometry\":" + geoJson + "}]}", List.of(), null)
                .out()
                .getFirst();
    }
}
