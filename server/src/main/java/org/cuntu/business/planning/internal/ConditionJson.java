package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanCondition.State;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sheets as the page sees them: how they stand, what may be done by whom asks, and the content as it was kept. */
@Component
class ConditionJson {
    private final PlanConditions conditions;
    private final ConditionTable sheets;
    private final PlanningWords words;
    private final PlotJson plots;
    private final PlotsFile file;
    private final CurrentUser current;
    private final CityClock clock;

    ConditionJson(
            PlanConditions conditions,
            ConditionTable sheets,
            PlanningWords words,
            PlotJson plots,
            PlotsFile file,
            CurrentUser current,
            CityClock clock) {
        this.conditions = conditions;
        this.sheets = sheets;
        this.words = words;
        this.plots = plots;
        this.file = file;
        this.current = current;
        this.clock = clock;
    }

    Map<String, @Nullable Object> row(PlanCondition sheet, List<PlanCondition.Changed> changed) {
        LocalDate today = clock.today();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", sheet.id());
        tree.put("number", sheet.number());
        tree.put("name", sheet.name());
        tree.put("purpose", purpose(sheet.purpose()));
        tree.put("applicant", sheet.applicant());
        tree.put("unit", sheet.unit());
        tree.put("plots", sheet.plots());
        tree.put("divisionName", words.division(sheet.division()));
        tree.put("area", sheet.area().toString());
        tree.put("asOf", sheet.asOf().toString());
        tree.put("known", sheet.known().toString());
        tree.put("state", sheet.stateAt(today).name());
        tree.put("draftedBy", words.person(sheet.draftedBy()));
        tree.put("draftedAt", sheet.draftedAt().toString());
        String issuer = sheet.issuedBy();
        tree.put("issuedBy", issuer == null ? null : words.person(issuer));
        tree.put("issuedOn", text(sheet.issuedOn()));
        LocalDate until = sheet.validUntil();
        tree.put("validTo", until == null ? null : until.minusDays(1).toString());
        tree.put("hash", sheet.hash());
        tree.put("invented", sheet.invented());
        tree.put("changedAt", sheet.changedAt().toString());
        tree.put("changed", changed.stream().map(this::changed).toList());
        return tree;
    }

    private Map<String, Object> changed(PlanCondition.Changed changed) {
        return Map.of(
                "plot", changed.plot(),
                "gone", changed.gone(),
                "changes", changed.changes().stream().map(this::change).toList());
    }

    private Map<String, String> change(PlotCard.Change change) {
        return Map.of("field", change.field(), "was", change.was(), "is", change.is());
    }

    private Map<String, String> purpose(String id) {
        return file.sheets().purposes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> Map.of("id", each.id(), "zh", each.zh(), "en", each.en()))
                .orElse(Map.of("id", id, "zh", id, "en", id));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    Map<String, @Nullable Object> whole(PlanCondition sheet) {
        Map<String, @Nullable Object> tree =
                row(sheet, conditions.changes(List.of(sheet)).getOrDefault(sheet.id(), List.of()));
        ConditionTable.Content kept = sheets.content(sheet.id());
        tree.put("content", PlanningJson.read(kept.text()));
        tree.put("ground", PlanningJson.read(kept.ground()));
        tree.put("replaces", other(sheet.replaces()));
        tree.put("replacedBy", other(sheet.replacedBy()));
        tree.put("uses", uses(PlanningJson.read(kept.text())));
        tree.put("may", may(sheet));
        tree.put(
                "events", conditions.listEvents(sheet).stream().map(this::event).toList());
        return tree;
    }

    /** Names of the classes that the content speaks of by code. */
    private Map<String, Map<String, String>> uses(JsonNode content) {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (JsonNode plot : content.path("values").path("plots")) {
            String use = plot.path("use").asString("");
            names.put(use, plots.use(use, plot.path("useName").asString(use)));
            for (JsonNode code : plot.path("compatible"))
                names.put(code.asString(""), plots.use(code.asString(""), code.asString("")));
        }
        return names;
    }

    private @Nullable Map<String, Object> other(@Nullable UUID id) {
        if (id == null) return null;
        return conditions
                .find(id)
                .<Map<String, Object>>map(found -> Map.of("id", found.id(), "number", found.called()))
                .orElse(null);
    }

    private Map<String, @Nullable Object> event(PlanCondition.Event event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", event.number());
        tree.put("act", event.act().name());
        tree.put("by", words.person(event.actor()));
        tree.put("at", event.at().toString());
        tree.put("words", event.words());
        return tree;
    }

    /** What the asker may do now; whoever had a hand in the draft does not issue it. */
    private Map<String, Object> may(PlanCondition sheet) {
        State state = sheet.stateAt(clock.today());
        User user = current.get();
        boolean issues = reaches(StoredConditions.ISSUE, sheet);
        List<String> drafters = sheets.drafters(sheet.id());
        boolean own =
                drafters.contains(user.id()) || !Collections.disjoint(drafters, user.lenders(StoredConditions.ISSUE));
        return Map.of(
                "issue", state == State.DRAFT && issues && !own,
                "own", state == State.DRAFT && own,
                "discard", state == State.DRAFT && sheet.draftedBy().equals(user.id()),
                "end", sheet.state() == State.ISSUED && issues,
                "replace", (state == State.ISSUED || state == State.EXPIRED) && reaches(StoredConditions.DRAFT, sheet),
                "print", user.may(ConditionController.PRINT));
    }

    private boolean reaches(String permission, PlanCondition sheet) {
        return current.reach(permission).sees(Reach.significant(sheet.division()), sheet.classification());
    }
}
