package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.cuntu.business.planning.PlanSummary;
import org.cuntu.business.planning.SectorChecks;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorPlans;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sector plans as the page sees them. */
@Component
class SectorJson {
    private final SectorPlans plans;
    private final SectorChecks checks;
    private final SectorFile file;
    private final SectorFollowing following;
    private final SectorPersons persons;
    private final SectorWork work;
    private final PlanningWords words;
    private final WorkingDays days;
    private final Organisation organisation;
    private final CurrentUser current;
    private final CityFolder city;
    private final CityClock clock;

    SectorJson(
            SectorPlans plans,
            SectorChecks checks,
            SectorFile file,
            SectorFollowing following,
            SectorPersons persons,
            SectorWork work,
            PlanningWords words,
            WorkingDays days,
            Organisation organisation,
            CurrentUser current,
            CityFolder city,
            CityClock clock) {
        this.plans = plans;
        this.checks = checks;
        this.file = file;
        this.following = following;
        this.persons = persons;
        this.work = work;
        this.words = words;
        this.days = days;
        this.organisation = organisation;
        this.current = current;
        this.city = city;
        this.clock = clock;
    }

    List<Map<String, @Nullable Object>> entries(List<SectorEntry> entries, LocalDate day) {
        return entries.stream().map(entry -> entry(entry, day)).toList();
    }

    /** The sectors and divisions that an entry may be of. */
    Map<String, @Nullable Object> frame(LocalDate day) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("day", day.toString());
        tree.put("letters", file.numberLetters());
        tree.put("sectors", file.listSectors(day));
        List<Map<String, Object>> divisions = new ArrayList<>();
        divisions.add(Map.of("code", city.code(), "name", words.division(city.code())));
        for (Organisation.Division county : organisation.listBelow(city.code(), day))
            divisions.add(Map.of("code", county.code(), "name", words.division(county.code())));
        tree.put("divisions", divisions);
        tree.put("overdue", file.overdue());
        return tree;
    }

    Map<String, @Nullable Object> entry(SectorEntry entry, LocalDate day) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", entry.code());
        tree.put("name", entry.name());
        tree.put("sector", entry.sector());
        tree.put("sectorName", sector(entry.sector()));
        tree.put("level", entry.level().name());
        tree.put("division", entry.division());
        tree.put("divisionName", words.division(entry.division()));
        tree.put("maker", entry.maker());
        tree.put("approver", entry.approver());
        tree.put("firstYear", entry.firstYear());
        tree.put("lastYear", entry.lastYear());
        tree.put("deadline", entry.deadline().toString());
        tree.put("state", entry.state().name());
        tree.put("approval", entry.approval());
        LocalDate on = entry.approvedOn();
        tree.put("approvedOn", on == null ? null : on.toString());
        tree.put("invented", entry.invented());
        tree.put("late", entry.isLate(day));
        OptionalInt late = entry.isLate(day) ? days.between(entry.deadline(), day) : OptionalInt.empty();
        tree.put("lateDays", late.isPresent() ? late.getAsInt() : null);
        tree.put("veryLate", late.isPresent() && late.getAsInt() > file.overdue());
        return tree;
    }

    Map<String, String> sector(String id) {
        return file.findSector(id, clock.today())
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(Map.of("zh", id, "en", id));
    }

    /** With everything on its page. */
    Map<String, @Nullable Object> whole(SectorEntry entry, Locale locale) {
        Map<String, @Nullable Object> tree = entry(entry, clock.today());
        PlanSummary plan = following.findPlan(entry.code()).orElse(null);
        tree.put(
                "follows", plan == null ? null : Map.of("id", plan.id(), "number", plan.number(), "name", plan.name()));
        tree.put(
                "events",
                plans.listEvents(entry.code()).stream().map(this::event).toList());
        List<SectorRound> rounds = checks.listRounds(entry.code());
        tree.put("rounds", rounds.stream().map(round -> round(round, locale)).toList());
        tree.put(
                "rules",
                file.listRules(entry.sector(), clock.today()).stream()
                        .map(this::rule)
                        .toList());
        tree.put("possible", plan == null ? possible(entry, rounds) : List.of());
        return tree;
    }

    private Map<String, @Nullable Object> event(SectorPlans.Event event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", event.number());
        tree.put("act", event.act().name());
        tree.put("by", words.person(event.actor()));
        String proposer = event.proposedBy();
        tree.put("proposedBy", proposer == null ? null : words.person(proposer));
        tree.put("at", event.at().toString());
        tree.put("reason", event.reason());
        tree.put("state", event.after().state().name());
        return tree;
    }

    private Map<String, @Nullable Object> round(SectorRound round, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("round", round.round());
        tree.put("by", words.person(round.begunBy()));
        tree.put("at", round.begunAt().toString());
        tree.put("fileName", round.fileName());
        tree.put("fileSize", round.fileSize());
        tree.put("sha256", round.file());
        tree.put("width", round.width());
        tree.put("state", round.state().name());
        var verdict = round.verdict();
        tree.put("verdict", verdict == null ? null : verdict.name());
        var area = round.area();
        tree.put("area", area == null ? null : area.toString());
        tree.put("hash", round.hash());
        tree.put(
                "problems",
                round.problems().stream()
                        .map((Problem problem) -> ProblemBody.Item.of(problem, locale))
                        .toList());
        return tree;
    }

    private Map<String, @Nullable Object> rule(SectorRule rule) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.rule().id());
        tree.put("name", Map.of("zh", rule.rule().zh(), "en", rule.rule().en()));
        tree.put("failing", rule.failing().name());
        tree.put("needs", rule.needs());
        tree.put("article", rule.rule().article());
        tree.put("test", rule.rule().test().word());
        if (rule.rule().test() instanceof org.cuntu.business.planning.LineRule.OnLayer on) {
            tree.put("layer", on.layer());
            tree.put("layerName", words.layer(on.layer()));
        }
        return tree;
    }

    /** What was found of a round. */
    Map<String, @Nullable Object> findings(SectorRound round, SectorFindings found) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("round", round.round());
        tree.put("asOf", found.asOf().toString());
        tree.put("verdict", found.verdict().name());
        tree.put("hash", round.hash());
        tree.put("area", found.ground().area().toString());
        tree.put("ground", found.ground().sha256());
        tree.put("box", found.ground().box());
        tree.put("shape", found.ground().shape());
        tree.put("counties", counties(found.ground().counties()));
        tree.put("moved", work.hasMoved(found));
        tree.put(
                "used",
                found.used().entrySet().stream()
                        .map(used -> Map.of(
                                "layer", used.getKey(), "name", words.layer(used.getKey()), "hash", used.getValue()))
                        .toList());
        tree.put("answers", found.answers().stream().map(this::answer).toList());
        return tree;
    }

    private Map<String, @Nullable Object> answer(SectorRule.Answer answer) {
        Map<String, @Nullable Object> tree = rule(answer.rule());
        tree.put("verdict", answer.verdict().name());
        var area = answer.found().area();
        tree.put("area", area == null ? null : area.toString());
        tree.put("missing", answer.found().missing());
        tree.put("args", answer.found().args());
        tree.put("counties", counties(answer.counties()));
        tree.put("placeCount", answer.found().placeCount());
        tree.put(
                "places",
                answer.found().places().stream()
                        .map(place -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("key", place.key());
                            one.put("county", words.division(place.county()));
                            one.put("area", place.area().toString());
                            one.put("box", place.box());
                            one.put("shape", place.shape());
                            return one;
                        })
                        .toList());
        return tree;
    }

    private List<Map<String, Object>> counties(List<SectorRule.CountyArea> parts) {
        return parts.stream()
                .map(part -> Map.<String, Object>of(
                        "code",
                        part.county(),
                        "name",
                        words.division(part.county()),
                        "area",
                        part.area().toString()))
                .toList();
    }

    /** What the caller could do now. */
    private List<String> possible(SectorEntry entry, List<SectorRound> rounds) {
        List<String> can = new ArrayList<>();
        User user = current.get();
        boolean edits = persons.reaches(SectorPersons.EDIT, entry.division());
        State state = entry.state();
        SectorRound last = rounds.isEmpty() ? null : rounds.getLast();
        boolean working = last != null && last.state() == SectorRound.State.WORKING;
        if (edits && !state.isEnd()) can.addAll(List.of("change", "strike"));
        if (edits && state == State.NOT_STARTED) can.add("DRAFTING");
        if (edits && (state == State.DRAFTING || state == State.APPROVED)) can.add("CHECKING");
        if (edits && state == State.CHECKING && !working) can.add("back");
        boolean checkable = state != State.NOT_STARTED && !state.isEnd() && !working;
        if (persons.reaches(SectorPersons.CHECK, entry.division()) && checkable) can.add("check");
        boolean sound = last != null
                && last.state() == SectorRound.State.DONE
                && checks.findFindings(last)
                        .filter(found -> found.stopping().isEmpty())
                        .isPresent();
        if (edits && state == State.CHECKING && sound) can.add("approve");
        if (persons.reaches(SectorPersons.RELEASE, entry.division())
                && state == State.APPROVED
                && sound
                && last != null
                && persons.isOther(user, last, plans.listEvents(entry.code()))) can.add("store");
        return can;
    }
}
