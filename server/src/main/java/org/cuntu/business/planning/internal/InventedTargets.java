package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLine.Bound;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.DemoTargets;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;

/** Whole hectares a few away from what is in force, so that a change of some streets is told whose target it breaks. */
@Component
class InventedTargets implements DemoTargets {
    private static final String DOCUMENT = "演示〔2026〕1号（虚构）";
    private static final LocalDate ASSIGNED = LocalDate.of(2026, 1, 15);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final long HECTARE = 1_000_000;
    private static final long SPARE = 3;

    private final ControlLines lines;
    private final LineOverviews overviews;
    private final LineTargets targets;
    private final CityFolder city;
    private final CityClock clock;

    InventedTargets(
            ControlLines lines, LineOverviews overviews, LineTargets targets, CityFolder city, CityClock clock) {
        this.lines = lines;
        this.overviews = overviews;
        this.targets = targets;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        for (ControlLine line : lines.listLines(clock.today()))
            if (targets.listAll(line.layer()).isEmpty()) assign(line);
    }

    private void assign(ControlLine line) {
        List<LineOverviews.County> counties = overviews.today(line).counties();
        Area sum = Area.ZERO;
        for (LineOverviews.County county : counties) {
            if (county.division().equals(city.code()) || county.division().isEmpty()) continue;
            Area target = target(line.bound(), county.area());
            sum = sum.plus(target);
            assign(line, county.division(), target);
        }
        if (sum.isPositive()) assign(line, city.code(), sum);
    }

    private static Area target(Bound bound, Area area) {
        long hectares = area.hundredths() / HECTARE;
        long wanted = bound == Bound.AT_MOST ? hectares + 1 + SPARE : Math.max(0, hectares - SPARE);
        return new Area(wanted * HECTARE);
    }

    private void assign(ControlLine line, String division, Area quantity) {
        targets.assign(new LineTargets.Order(line.layer(), division, quantity, DOCUMENT, ASSIGNED, FROM, true));
    }
}
