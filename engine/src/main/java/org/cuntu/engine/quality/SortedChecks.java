package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.FlatShape;

/** The checks of a sweep by how they are made, each in the order in which they were asked for. */
record SortedChecks(
        List<TopologyCheck> whole,
        List<TopologyCheck> rings,
        Map<TopologyCheck.Within, FlatShape> within,
        List<TopologyCheck.ClearOf> clearOf,
        List<TopologyCheck.CoveredBy> coveredBy,
        List<TopologyCheck.EdgesMatch> borders,
        List<TopologyCheck.Overlap> overlaps,
        List<TopologyCheck.Gap> gaps) {
    static SortedChecks of(List<TopologyCheck> checks) {
        SortedChecks sorted = new SortedChecks(
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (TopologyCheck check : checks)
            switch (check) {
                case TopologyCheck.Invalid c -> sorted.whole.add(c);
                case TopologyCheck.SinglePart c -> sorted.whole.add(c);
                case TopologyCheck.Vertices c -> sorted.whole.add(c);
                case TopologyCheck.Sliver c -> sorted.whole.add(c);
                case TopologyCheck.PointTwice c -> sorted.rings.add(c);
                case TopologyCheck.PointsNear c -> sorted.rings.add(c);
                case TopologyCheck.Spike c -> sorted.rings.add(c);
                case TopologyCheck.Within c -> sorted.within.put(c, FlatShape.of(c.ground()));
                case TopologyCheck.ClearOf c -> sorted.clearOf.add(c);
                case TopologyCheck.CoveredBy c -> sorted.coveredBy.add(c);
                case TopologyCheck.EdgesMatch c -> sorted.borders.add(c);
                case TopologyCheck.Overlap c -> sorted.overlaps.add(c);
                case TopologyCheck.Gap c -> sorted.gaps.add(c);
            }
        return sorted;
    }
}
