package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.platform.database.DivisionSql;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer asks of the lists, and what may be seen, as conditions on rows c of case_file and t of case_task. */
@Component
class CaseConditions {
    /** Of rows c of case_file and t of case_task. */
    static final String LIGHT = """
            case when c.suspended then 'GREY'
             when t.due_on < :today or (c.decided_at is null and (c.promised_due < :today or c.statutory_due < :today))
              or (c.deferred and c.deferred_due < :today) then 'RED'
             when t.open and t.step_limit > 0 and t.due_on is null
              or (c.opened_on is not null and c.decided_at is null and c.promised_due is null) then 'UNKNOWN'
             when t.warn_on <= :today or (c.decided_at is null and (c.promised_warn <= :today or c.statutory_warn <= :today))
              then 'YELLOW'
             else 'GREEN' end""";

    /** Beyond so many cases that words may mean they are looked for in the order of the list. */
    private static final int FEW = 1_000;

    private final CasePersons persons;
    private final CurrentUser current;
    private final Organisation organisation;
    private final CityClock clock;
    private final SearchIndex index;

    CaseConditions(
            CasePersons persons, CurrentUser current, Organisation organisation, CityClock clock, SearchIndex index) {
        this.persons = persons;
        this.current = current;
        this.organisation = organisation;
        this.clock = clock;
        this.index = index;
    }

    /** Its parameters besides {@code :today}. */
    record Condition(String where, Map<String, @Nullable Object> params) {
        Condition and(Condition other) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(params);
            all.putAll(other.params);
            return new Condition(where + " and " + other.where, all);
        }
    }

    /** @param narrowed by light, step and quick sign as well */
    Condition of(CaseAsked asked, boolean narrowed) {
        Condition all = view(asked.view()).and(seen());
        if (asked.matter() != null) all = all.and(one("c.matter = :matter", "matter", asked.matter()));
        if (asked.division() != null) all = all.and(new Condition(within(asked.division()), Map.of()));
        if (asked.words() != null)
            all = all.and(one(
                    "(lower(c.name) like :words or lower(c.number) like :words)",
                    "words",
                    "%" + asked.words().strip().toLowerCase(Locale.ROOT) + "%"));
        if (!narrowed) return all;
        if (asked.light() != null) all = all.and(one(LIGHT + " = :light", "light", asked.light()));
        if (asked.step() != null) all = all.and(one("t.kind = :kind", "kind", asked.step()));
        if (asked.quick() != null)
            all = all.and(
                    switch (asked.quick()) {
                        case "farmland" -> new Condition("c.farmland", Map.of());
                        case "major" -> new Condition("c.major", Map.of());
                        case "deferred" -> new Condition("c.deferred", Map.of());
                        default -> new Condition("1 = 1", Map.of());
                    });
        return all;
    }

    /** What somebody asked for may be no division at all. */
    private static String within(String asked) {
        String digits = Reach.significant(asked);
        return digits.matches("[0-9]{1,12}") ? DivisionSql.within("c.division", digits) : "1 = 0";
    }

    static Condition one(String where, String name, Object value) {
        return new Condition(where, Map.of(name, value));
    }

    Condition view(String view) {
        return switch (view) {
            case "mine" -> mine(List.of(MatterStep.Kind.values()));
            case "check" -> mine(List.of(MatterStep.Kind.CHECK, MatterStep.Kind.DECIDE));
            case "done" -> one("c.id in (select d.case_id from case_task d where d.done_by = :me)", "me", persons.id());
            case "followed" ->
                one("c.id in (select f.case_id from case_follow f where f.account = :me)", "me", persons.id());
            case "created" -> one("c.created_by = :me", "me", persons.id());
            default -> new Condition("c.state <> 'DRAFT'", Map.of());
        };
    }

    /** Open steps that the caller has, or that nobody has and the caller may take. */
    private Condition mine(List<MatterStep.Kind> kinds) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("me", persons.id());
        params.put("kinds", kinds.stream().map(Enum::name).toList());
        Map<String, List<String>> free = new LinkedHashMap<>();
        for (MatterStep.Kind kind : kinds)
            for (Reach.Part part : current.reach(permission(kind)).parts())
                if (part.level() >= CasePersons.LEVEL)
                    free.computeIfAbsent(part.division(), none -> new ArrayList<>())
                            .add(kind.name());
        List<String> parts = new ArrayList<>(List.of("1 = 0"));
        for (var part : free.entrySet()) {
            String name = "kinds" + parts.size();
            parts.add("(t.kind in (:" + name + ") and " + DivisionSql.within("t.division", part.getKey()) + ")");
            params.put(name, part.getValue());
        }
        String unit = "t.unit is null";
        if (!persons.isOwner()) {
            List<String> units = units(kinds);
            if (!units.isEmpty()) {
                unit = "(t.unit is null or t.unit in (:units))";
                params.put("units", units);
            }
        } else unit = "1 = 1";
        return new Condition(
                "t.kind in (:kinds) and (t.holder = :me or (t.holder is null and (" + String.join(" or ", parts)
                        + ") and " + unit + "))",
                params);
    }

    private static String permission(MatterStep.Kind kind) {
        return "cases:step:" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Every unit whose steps are the caller's. */
    private List<String> units(List<MatterStep.Kind> kinds) {
        Set<String> own =
                persons.units(kinds.stream().map(CaseConditions::permission).toList());
        List<String> all = new ArrayList<>();
        LocalDate today = clock.today();
        for (Organisation.Unit unit : organisation.listUnits(today))
            if (!unit.kind().equals("village") && persons.isOf(unit.id(), own)) all.add(unit.id());
        return all;
    }

    /** Rows c that the caller sees. */
    Condition seen() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("self", persons.id());
        StringBuilder where = new StringBuilder("(c.applicant_account = :self or c.created_by = :self");
        for (Reach.Part part : current.reach(CasePersons.READ).parts()) {
            if (part.level() < CasePersons.LEVEL) continue;
            where.append(" or (c.state <> 'DRAFT' and ")
                    .append(DivisionSql.within("c.division", part.division()))
                    .append(')');
        }
        return new Condition(where.append(")").toString(), params);
    }

    /** The condition on what has ended; where the words are those of few cases these are named, so that no others are read. */
    Condition ended(Condition condition, CaseAsked asked) {
        if (asked.words() == null) return condition;
        List<UUID> few = index.find(SearchText.of(asked.words()), CaseNoun.NOUN, List.of(""), FEW).stream()
                .map(candidate -> UUID.fromString(candidate.id()))
                .toList();
        if (few.size() == FEW || SearchText.of(asked.words()).plain().isEmpty()) return condition;
        return few.isEmpty() ? new Condition("1 = 0", Map.of()) : condition.and(one("c.id in (:few)", "few", few));
    }
}
