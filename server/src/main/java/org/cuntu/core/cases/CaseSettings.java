package org.cuntu.core.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;

/**
 * What the city sets for every case: {@code cases.yaml}. What a notice may change is dated, and asked for a day. Immutable.
 *
 * @param numberPrefix of a case's number, for example 柳自规
 * @param suspensions why a clock may stand still (approvals 2, note 2)
 */
public record CaseSettings(
        String numberPrefix,
        List<OfficeHours> officeHours,
        List<Lights> lights,
        List<Suspension> suspensions,
        List<Reminders> reminders,
        List<Rating> ratings,
        List<PromiseCheck> promiseChecks,
        List<Remedies> remedies) {
    public CaseSettings {
        officeHours = List.copyOf(officeHours);
        lights = List.copyOf(lights);
        suspensions = List.copyOf(suspensions);
        reminders = List.copyOf(reminders);
        ratings = List.copyOf(ratings);
        promiseChecks = List.copyOf(promiseChecks);
        remedies = List.copyOf(remedies);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public OfficeHours officeHours(LocalDate day) {
        return at(officeHours, day);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public Lights lights(LocalDate day) {
        return at(lights, day);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public Reminders reminders(LocalDate day) {
        return at(reminders, day);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public Rating rating(LocalDate day) {
        return at(ratings, day);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public PromiseCheck promiseCheck(LocalDate day) {
        return at(promiseChecks, day);
    }

    /** @throws IllegalStateException when nothing is set for the day */
    public Remedies remedies(LocalDate day) {
        return at(remedies, day);
    }

    /** A reason as it holds at a day. */
    public Optional<Suspension> findSuspension(String code, LocalDate day) {
        List<Suspension> own =
                suspensions.stream().filter(each -> each.code().equals(code)).toList();
        return InForce.choose(own, Suspension::inForce, day, null);
    }

    private static <T extends Dated> T at(Collection<T> versions, LocalDate day) {
        return InForce.choose(versions, Dated::inForce, day, null)
                .orElseThrow(() -> new IllegalStateException("cases.yaml sets nothing for " + day));
    }

    /** Something that holds for some days. */
    public sealed interface Dated {
        InForce inForce();
    }

    /** What is handed in outside of them counts from the next working day. */
    public record OfficeHours(LocalTime from, LocalTime to, InForce inForce) implements Dated {}

    /**
     * Yellow from this share of the limit, or when so few working days are left; red when it is over.
     *
     * @param yellowShare per cent of the limit
     * @param yellowDays working days left
     */
    public record Lights(int yellowShare, int yellowDays, InForce inForce) implements Dated {}

    /**
     * Why a clock stands still.
     *
     * @param maxDays working days at most; 0: not limited
     * @param needsNotice whether the applicant is told in writing how long
     * @param countsForStatutory whether the statutory clock runs on
     * @param countsForPromised whether the promised clock runs on
     */
    public record Suspension(
            String code,
            Words title,
            Article basis,
            int maxDays,
            boolean needsNotice,
            boolean countsForStatutory,
            boolean countsForPromised,
            InForce inForce)
            implements Dated {}

    /** @param daysBefore working days before a clock falls due on which its holder is told, most first */
    public record Reminders(List<Integer> daysBefore, InForce inForce) implements Dated {
        public Reminders {
            daysBefore = List.copyOf(daysBefore);
        }
    }

    /**
     * 好差评: five levels, five is best.
     *
     * @param low up to this level a rating is to be answered
     * @param answerDays working days for the answer
     */
    public record Rating(int low, int answerDays, InForce inForce) implements Dated {}

    /** @param days calendar days after the decision in which what was promised is checked, unless the material says otherwise */
    public record PromiseCheck(int days, InForce inForce) implements Dated {}

    /**
     * What whoever is refused may do; unverified terms are printed as such.
     *
     * @param reconsiderationDays 行政复议, days
     * @param lawsuitMonths 行政诉讼, months
     */
    public record Remedies(
            int reconsiderationDays, Article reconsideration, int lawsuitMonths, Article lawsuit, InForce inForce)
            implements Dated {}
}
