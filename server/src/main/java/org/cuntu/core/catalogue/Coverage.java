package org.cuntu.core.catalogue;

import java.util.List;
import java.util.Optional;
import org.cuntu.engine.measure.Area;

/**
 * For how much of the city's ground a version answers (覆盖范围): F of the townships within the snapshot's coverage, apportioned
 * so that counties add up to the city, and covered and uncovered ground to the whole, to 0.01 m².
 */
public record Coverage(Area ground, Area covered, List<Part> counties) {
    public Coverage {
        counties = List.copyOf(counties);
    }

    /**
     * A county's part.
     *
     * @param division the county's code, six digits
     */
    public record Part(String division, Area ground, Area covered) {
        /** Whether at least so many hundredths of a percent are covered; never when there is no ground. */
        public boolean reaches(int hundredthsOfPercent) {
            return ground.isPositive()
                    && Math.multiplyExact(covered.hundredths(), 10_000L)
                            >= Math.multiplyExact(ground.hundredths(), (long) hundredthsOfPercent);
        }
    }

    public Optional<Part> of(String division) {
        return counties.stream()
                .filter(part -> part.division().equals(division))
                .findFirst();
    }

    /** The same ground for fewer counties; it adds up again. */
    public Coverage within(java.util.function.Predicate<String> division) {
        List<Part> seen =
                counties.stream().filter(part -> division.test(part.division())).toList();
        Area whole = seen.stream().map(Part::ground).reduce(Area.ZERO, Area::plus);
        Area inside = seen.stream().map(Part::covered).reduce(Area.ZERO, Area::plus);
        return new Coverage(whole, inside, seen);
    }
}
