package org.cuntu.platform.calendar.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Degraded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The city's {@code holidays.yaml}; the operator hears of a year that was needed and is not there. */
@Component
class CityWorkingDays extends YearlyWorkingDays implements Degraded {
    private static final Logger log = LoggerFactory.getLogger(CityWorkingDays.class);

    private final Set<Integer> needed = new ConcurrentSkipListSet<>();

    CityWorkingDays(CityFolder city) {
        super(HolidayFile.read(city.file("holidays.yaml")), city.zone(), null);
    }

    @Override
    void missing(int year) {
        if (needed.add(year)) log.error("alarm: holidays.yaml has no calendar of {}; working days are not known", year);
    }

    @Override
    public Optional<String> why() {
        return needed.isEmpty() ? Optional.empty() : Optional.of("no calendar of " + years() + " in holidays.yaml");
    }

    @Override
    public Optional<Problem> problem() {
        return why().map(why -> Problem.warning("calendar.no-year", Problem.Place.UNKNOWN, "years", years()));
    }

    private String years() {
        return needed.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
