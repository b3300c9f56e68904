package org.cuntu.core.cases.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Memberships;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a case: the permission of the step, over the case's division, as one of the unit that has the step, and as none of
 * those who did a step that excludes it. Whoever acts with a lent right counts as the lender, too.
 */
@Component
class CasePersons {
    static final String READ = "cases:case:read";
    static final String CREATE = "cases:case:create";
    static final String APPLY = "publicservice:application:use";
    /** 内部. */
    static final int LEVEL = 2;

    private final CurrentUser current;
    private final CurrentActor actor;
    private final Memberships memberships;
    private final Organisation organisation;
    private final OpinionTable opinions;
    private final CityClock clock;

    CasePersons(
            CurrentUser current,
            CurrentActor actor,
            Memberships memberships,
            Organisation organisation,
            OpinionTable opinions,
            CityClock clock) {
        this.current = current;
        this.actor = actor;
        this.memberships = memberships;
        this.organisation = organisation;
        this.opinions = opinions;
        this.clock = clock;
    }

    String id() {
        return actor.id();
    }

    boolean may(String permission, String division) {
        return current.reach(permission).sees(division, LEVEL);
    }

    /** Whether somebody holds it anywhere. */
    boolean may(String permission) {
        return !current.reach(permission).parts().isEmpty();
    }

    boolean isApplicant(CaseRow row) {
        return id().equals(row.applicant().account()) || id().equals(row.times().createdBy());
    }

    /** A draft is its maker's alone. */
    boolean sees(CaseRow row) {
        if (isApplicant(row) || isOwner()) return true;
        return row.state() != CaseState.DRAFT && may(READ, row.division());
    }

    /** The home's owner, or the system's own work. */
    boolean isOwner() {
        return id().equals(CurrentActor.LOCAL) && current.reach(READ).sees("", LEVEL);
    }

    List<String> lenders(String permission) {
        return current.find()
                .map(user -> List.copyOf(new TreeSet<>(user.lenders(permission))))
                .orElse(List.of());
    }

    /** The unit that has a step of a case in a division; null: nobody in particular. */
    @Nullable
    String unit(MatterStep step, String division) {
        String unit = step.unit();
        if (unit == null) return null;
        return switch (unit) {
            case "county" -> known("c", division, 6).orElse(null);
            case "township" ->
                known("t", division, 9).or(() -> known("c", division, 6)).orElse(null);
            default -> unit;
        };
    }

    private Optional<String> known(String letter, String division, int digits) {
        if (division.length() < digits) return Optional.empty();
        String id = letter + division.substring(0, digits);
        return organisation.findUnit(id, clock.today()).map(Organisation.Unit::id);
    }

    /** The caller's units, and those of whoever lent the permission. */
    Set<String> units(String permission) {
        return units(List.of(permission));
    }

    /** As above, of whoever lent any of the permissions. */
    Set<String> units(Collection<String> permissions) {
        Set<String> people = new TreeSet<>();
        people.add(id());
        for (String permission : permissions) people.addAll(lenders(permission));
        Set<String> units = new HashSet<>();
        for (String person : people) units.addAll(memberships.listUnits(person, clock.today()));
        return units;
    }

    /**
     * Of the unit itself, or of one that stands above it: its superior, and for a county or township whatever works for ground that
     * holds it, so that any counter of the city takes any case (全城通办).
     */
    boolean isOf(@Nullable String unit, Set<String> own) {
        if (unit == null || own.contains(unit)) return true;
        Organisation.Unit of = organisation.findUnit(unit, clock.today()).orElse(null);
        if (of == null) return false;
        if (of.parent() != null && own.contains(of.parent())) return true;
        boolean local = !of.kind().equals("section") && !of.kind().equals("bureau");
        return local
                && own.stream()
                        .flatMap(each -> organisation.findUnit(each, clock.today()).stream())
                        .anyMatch(each -> !each.division().equals(of.division())
                                && of.division().startsWith(each.division()));
    }

    /** Why the caller may not take a step; empty: it may. */
    Optional<Problem> whyNot(CaseRow row, Matter matter, MatterStep step, @Nullable String unit) {
        String permission = step.permission();
        if (isOwner()) return Optional.empty();
        if (!may(permission, row.division()))
            return Optional.of(
                    Problem.refused("cases.step-permission", Problem.Place.UNKNOWN, "permission", permission));
        if (!isOf(unit, units(permission)))
            return Optional.of(Problem.refused(
                    "cases.other-unit",
                    Problem.Place.UNKNOWN,
                    "unit",
                    unitName(unit),
                    "step",
                    step.title().zh()));
        return excluded(row, matter, step, id(), lenders(permission));
    }

    /** Why somebody may not take a step because of another that was theirs. */
    Optional<Problem> excluded(CaseRow row, Matter matter, MatterStep step, String person, List<String> lenders) {
        Set<String> persons = new TreeSet<>(lenders);
        persons.add(person);
        List<Opinion> given = opinions.list(row.id());
        for (List<String> set : matter.exclusions()) {
            if (!set.contains(step.id())) continue;
            for (Opinion each : given) {
                if (each.step().equals(step.id()) || !set.contains(each.step())) continue;
                Set<String> doers = new TreeSet<>(each.lentBy());
                doers.add(each.by());
                doers.retainAll(persons);
                if (doers.isEmpty()) continue;
                return Optional.of(Problem.refused(
                        "cases.same-person",
                        Problem.Place.UNKNOWN,
                        "who",
                        String.join(", ", doers),
                        "done",
                        matter.step(each.step()).title().zh(),
                        "step",
                        step.title().zh()));
            }
        }
        return Optional.empty();
    }

    private String unitName(@Nullable String unit) {
        if (unit == null) return "";
        return organisation
                .findUnit(unit, clock.today())
                .map(Organisation.Unit::zh)
                .orElse(unit);
    }

    /** Whom a unit's step is told to: all who have a post there. @param post null: any */
    Set<String> of(@Nullable String unit, @Nullable String post) {
        return unit == null ? Set.of() : memberships.listAccounts(unit, post, clock.today());
    }

    Optional<User> user() {
        return current.find();
    }
}
