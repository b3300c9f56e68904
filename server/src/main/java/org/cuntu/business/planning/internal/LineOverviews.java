package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.business.planning.AreaLedger.Measure;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLine.Bound;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of a line is in force, by county and class, against its assigned targets. */
@Component
class LineOverviews {
    private final LineVersions versions;
    private final LineStatements statements;
    private final LineTargets targets;
    private final CityFolder city;
    private final CityClock clock;

    LineOverviews(
            LineVersions versions, LineStatements statements, LineTargets targets, CityFolder city, CityClock clock) {
        this.versions = versions;
        this.statements = statements;
        this.targets = targets;
        this.city = city;
        this.clock = clock;
    }

    /**
     * A line in force at a day.
     *
     * @param version null: none
     * @param measure what the target is compared with
     * @param rows by county and class
     * @param counties by county, those with a target or ground, the city last; their areas add up to the city's
     * @param unassigned the city's target that no county has; null: not every figure is there
     */
    record Overview(
            @Nullable SnapshotRef version,
            Measure measure,
            Map<LineStatements.Place, Area> rows,
            List<County> counties,
            @Nullable Area unassigned) {}

    /** @param margin to spare above 0; null without a target */
    record County(
            String division,
            @Nullable LineTarget target,
            Area area,
            @Nullable Area margin) {}

    Overview of(ControlLine line, LocalDate day, @Nullable Instant known) {
        Measure measure = line.fields().ratio() == null ? Measure.GROSS : Measure.NET;
        SnapshotRef version = versions.find(line.layer(), day).orElse(null);
        Map<String, LineTarget> assigned = targets.inForce(line.layer(), day, known);
        try (LineVersions.Open open = versions.open(day)) {
            Snapshot snapshot = version == null
                    ? null
                    : open.open(line.layer(), version.hash()).orElse(null);
            Map<LineStatements.Place, Area> rows = statements.of(line, snapshot, Counties.of(open), measure);
            return new Overview(version, measure, rows, counties(line, rows, assigned), unassigned(assigned));
        }
    }

    Overview today(ControlLine line) {
        return of(line, clock.today(), null);
    }

    private List<County> counties(
            ControlLine line, Map<LineStatements.Place, Area> rows, Map<String, LineTarget> assigned) {
        Map<String, Area> sums = new TreeMap<>();
        rows.forEach((place, area) -> sums.merge(place.county(), area, Area::plus));
        TreeSet<String> codes = new TreeSet<>(sums.keySet());
        codes.addAll(assigned.keySet());
        codes.remove(city.code());
        List<County> counties = new ArrayList<>();
        for (String code : codes)
            counties.add(county(line, code, assigned.get(code), sums.getOrDefault(code, Area.ZERO)));
        Area whole = sums.values().stream().reduce(Area.ZERO, Area::plus);
        counties.add(county(line, city.code(), assigned.get(city.code()), whole));
        return counties;
    }

    private static County county(ControlLine line, String code, @Nullable LineTarget target, Area area) {
        if (target == null) return new County(code, null, area, null);
        Area margin = line.bound() == Bound.AT_LEAST
                ? area.minus(target.quantity())
                : target.quantity().minus(area);
        return new County(code, target, area, margin);
    }

    private @Nullable Area unassigned(Map<String, LineTarget> assigned) {
        LineTarget whole = assigned.get(city.code());
        if (whole == null || assigned.size() < 2) return null;
        Map<String, LineTarget> counties = new LinkedHashMap<>(assigned);
        counties.remove(city.code());
        Area sum = counties.values().stream().map(LineTarget::quantity).reduce(Area.ZERO, Area::plus);
        return whole.quantity().minus(sum);
    }
}
