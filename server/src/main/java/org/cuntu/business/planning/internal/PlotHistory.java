package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** What the versions of the plan said of one plot (历次指标), the newest first: by unit and number. */
@Component
class PlotHistory {
    private final Timetable timetable;

    PlotHistory(Timetable timetable) {
        this.timetable = timetable;
    }

    /** @param known K; null: all that is known */
    List<PlotCard.Version> of(
            String unit, String number, Geometry near, @Nullable Instant known, PlotBaseline baseline) {
        List<PlotCard.Version> versions = new ArrayList<>();
        Map<String, String> before = null;
        boolean first = true;
        for (SnapshotRef version :
                timetable.moments(known == null ? null : known.toString()).versions()) {
            if (!version.layer().equals(PlotsFile.PLOTS)) continue;
            Snapshot snapshot = baseline.open(version.hash()).orElse(null);
            if (snapshot == null) continue;
            OptionalInt feature = PlotRecord.find(snapshot, unit, number, near);
            Map<String, String> values = feature.isPresent() ? PlotRecord.values(snapshot, feature.getAsInt()) : null;
            boolean both = before != null && values != null;
            List<PlotCard.Change> changes =
                    both && before != null && values != null ? PlotRecord.differences(before, values) : List.of();
            boolean appears = (before == null) != (values == null);
            if (first || appears || !changes.isEmpty())
                versions.add(new PlotCard.Version(version, values != null, changes));
            first = false;
            before = values;
        }
        return versions.reversed();
    }
}
