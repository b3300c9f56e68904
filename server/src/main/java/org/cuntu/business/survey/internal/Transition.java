package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.util.List;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyTable.Place;

/**
 * What became of the classes between two years (地类流向) in a division: figures are whole last places of the unit.
 *
 * @param classes the groups that occur in either year, in the scheme's order
 * @param cells pairs of groups with common ground
 * @param sums one a group
 * @param appeared ground that had no patch in the earlier year
 * @param gone ground that has no patch in the later year
 * @param changed the sum of the cells whose groups differ
 * @param total the later year's total
 * @param before the earlier year's total
 * @param parts the divisions below, with what came to and left each group
 * @param overlaps later patches in which earlier ones overlap by more than may be scaled away: not to be relied on
 */
record Transition(
        AreaUnit unit,
        int places,
        List<ClassRoll.Named> classes,
        List<Cell> cells,
        List<Sum> sums,
        long appeared,
        long gone,
        long changed,
        long total,
        long before,
        List<Part> parts,
        int overlaps,
        boolean partial) {
    /** @param from and to positions in the classes; from −1: ground that had no patch, to −1: that has none any more */
    record Cell(int from, int to, long area, long pieces) {}

    /**
     * A group in both years: before = kept + left + adjustment, after = kept + came.
     *
     * @param before the earlier year's printed figure
     * @param after the later year's
     * @param kept what stayed
     * @param left what became something else
     * @param came what was something else
     * @param adjustment 平差: what the earlier year's book has besides
     */
    record Sum(long before, long after, long kept, long left, long came, long adjustment) {}

    /** @param net after less before, one a group */
    record Part(Place place, List<Long> before, List<Long> net, List<Long> left, List<Long> came) {}

    String text(long steps) {
        return BigDecimal.valueOf(steps, places).toPlainString();
    }
}
