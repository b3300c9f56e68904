package org.cuntu.outward.supervision.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.cases.Matters;
import org.cuntu.outward.supervision.Bulletin;
import org.cuntu.outward.supervision.ProcessFigures;
import org.cuntu.outward.supervision.ProcessFigures.By;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures as trees, with the names of what they are counted by. */
@Component
class SupervisionJson {
    private final Organisation organisation;
    private final Matters matters;
    private final Accounts accounts;
    private final CityClock clock;

    SupervisionJson(Organisation organisation, Matters matters, Accounts accounts, CityClock clock) {
        this.organisation = organisation;
        this.matters = matters;
        this.accounts = accounts;
        this.clock = clock;
    }

    Map<String, @Nullable Object> tree(ProcessFigures found) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("day", found.day().toString());
        tree.put("by", found.by().name().toLowerCase(Locale.ROOT));
        tree.put("from", found.from().toString());
        tree.put("to", found.to().toString());
        tree.put("each", found.weekly() ? "week" : "month");
        tree.put("total", tree(found.total()));
        tree.put("rows", found.rows().stream().map(row -> row(found.by(), row)).toList());
        tree.put("steps", found.steps().stream().map(SupervisionJson::step).toList());
        tree.put("trend", found.trend().stream().map(SupervisionJson::period).toList());
        return tree;
    }

    private Map<String, @Nullable Object> row(By by, ProcessFigures.Row row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", row.key());
        tree.put("name", name(by, row.key()).orElse(null));
        tree.putAll(tree(row.figures()));
        return tree;
    }

    /** In both languages; a person's is one. */
    private Optional<Map<String, String>> name(By by, String key) {
        LocalDate today = clock.today();
        return switch (by) {
            case SECTION -> organisation.findUnit(key, today).map(unit -> words(unit.zh(), unit.en()));
            case MATTER ->
                matters.find(key)
                        .map(matter -> words(matter.title().zh(), matter.title().en()));
            case COUNTY -> organisation.findDivision(key).map(place -> words(place.zh(), place.en()));
            case PERSON -> accounts.findName(key).map(name -> words(name, name));
        };
    }

    private static Map<String, String> words(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }

    private static Map<String, @Nullable Object> tree(ProcessFigures.Figures figures) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        waiting(tree, figures.waiting());
        ProcessFigures.Done done = figures.done();
        tree.put("finished", done.finished());
        tree.put("onTime", text(done.onTime()));
        tree.put("early", text(done.early()));
        tree.put("averageDays", text(done.average()));
        tree.put("promisedDays", text(done.promised()));
        tree.put("statutoryDays", text(done.statutory()));
        tree.put("compression", text(done.compression()));
        return tree;
    }

    private static void waiting(Map<String, @Nullable Object> tree, ProcessFigures.Waiting waiting) {
        tree.put("open", waiting.open());
        tree.put("yellow", waiting.yellow());
        tree.put("red", waiting.red());
        tree.put("suspended", waiting.suspended());
        tree.put("unknown", waiting.unknown());
        LocalDate oldest = waiting.oldest();
        tree.put("oldest", oldest == null ? null : oldest.toString());
    }

    private static Map<String, @Nullable Object> step(ProcessFigures.Step step) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", step.kind().name());
        waiting(tree, step.waiting());
        tree.put("done", step.done());
        tree.put("averageDays", text(step.average()));
        return tree;
    }

    private static Map<String, @Nullable Object> period(ProcessFigures.Period period) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", period.from().toString());
        tree.put("to", period.to().toString());
        tree.put("accepted", period.accepted());
        tree.put("finished", period.finished());
        tree.put("late", period.late());
        return tree;
    }

    Map<String, @Nullable Object> tree(Bulletin bulletin) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", bulletin.id().toString());
        tree.put("month", bulletin.month().toString());
        tree.put("words", bulletin.words());
        tree.put("sha256", bulletin.sha256());
        tree.put("releasedBy", bulletin.releasedBy());
        tree.put("releasedByName", accounts.findName(bulletin.releasedBy()).orElse(null));
        tree.put("releasedAt", bulletin.releasedAt().toString());
        tree.put("leaf", bulletin.leaf());
        return tree;
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
