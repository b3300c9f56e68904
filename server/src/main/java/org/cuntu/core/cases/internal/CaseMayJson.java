package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the caller may do to a case now, and which other cases are on the same ground. */
@Component
class CaseMayJson {
    private static final int MOST = 20;
    /** Boxes that may reach a box, by the index of each class of widths. */
    private static final String NEAR = IntStream.range(0, CaseSite.WIDTHS.length)
            .mapToObj(wide -> "select id from case_file where wide = " + wide + " and west between :west - "
                    + CaseSite.WIDTHS[wide] + " and :east")
            .collect(Collectors.joining(" union all "));

    private final CasePossible possible;
    private final CasePersons persons;
    private final CaseTaskTable tasks;
    private final SuspensionTable suspensions;
    private final CaseTexts texts;
    private final JdbcClient jdbc;

    CaseMayJson(
            CasePossible possible,
            CasePersons persons,
            CaseTaskTable tasks,
            SuspensionTable suspensions,
            CaseTexts texts,
            JdbcClient jdbc) {
        this.possible = possible;
        this.persons = persons;
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** Of the open steps the caller's own, else one that the caller may take, else the first; null: none is open. */
    CaseTaskTable.@Nullable Row chosen(CaseRow row, Matter matter) {
        List<CaseTaskTable.Row> open = tasks.listOpen(row.id());
        for (CaseTaskTable.Row task : open) if (persons.id().equals(task.task().holder())) return task;
        for (CaseTaskTable.Row task : open)
            if (possible.whyNot(row, matter, matter.step(task.task().step()), task)
                    .isEmpty()) return task;
        return open.isEmpty() ? null : open.getFirst();
    }

    Map<String, @Nullable Object> may(CaseRow row, Matter matter, CaseTaskTable.@Nullable Row task, Locale locale) {
        Map<String, @Nullable Object> may = new LinkedHashMap<>();
        MatterStep step = task == null ? null : matter.step(task.task().step());
        Problem person =
                step == null ? null : possible.whyNot(row, matter, step, task).orElse(null);
        boolean free = step != null && person == null;
        List<String> backs = step == null ? List.of() : possible.backs(row, matter, step);
        List<MatterStep.Conclusion> conclusions = free ? possible.conclusions(row, matter, step, backs) : List.of();
        may.put("conclusions", conclusions.stream().map(Enum::name).toList());
        may.put("back", backs(backs, matter, locale));
        String holder = task == null ? null : task.task().holder();
        boolean held = step != null && possible.isHeld(step, holder);
        may.put("claim", free && holder == null);
        may.put("release", held);
        may.put("handOver", held);
        boolean review = row.state() == CaseState.IN_REVIEW;
        may.put("suspend", review && persons.may("cases:case:suspend", row.division()));
        may.put("suspensions", matter.suspensions());
        boolean extended = suspensions.findExtension(row.id()).isPresent();
        may.put("extend", review && !extended && persons.may("cases:case:extend", row.division()));
        may.put("extensionDays", matter.limits().extension());
        may.put("terminate", row.state().isOpen() && persons.may("cases:case:terminate", row.division()));
        may.put("urge", row.state().isOpen() && persons.may("cases:case:urge", row.division()));
        may.put("judge", persons.may("cases:case:judge", row.division()));
        may.put("withdraw", persons.isApplicant(row) && CasePossible.isBeforeDecision(row.state()));
        may.put("edit", row.isInHand() && persons.isApplicant(row));
        may.put("unmask", persons.may("cases:personal:read", row.division()));
        Problem why = free ? closed(row, matter, step, conclusions) : person;
        may.put("why", why == null ? null : words(why));
        return may;
    }

    /** Why the good word cannot be said. */
    private @Nullable Problem closed(
            CaseRow row, Matter matter, MatterStep step, List<MatterStep.Conclusion> conclusions) {
        MatterStep.Conclusion good = step.conclusions().contains(MatterStep.Conclusion.AGREE)
                ? MatterStep.Conclusion.AGREE
                : step.conclusions().getFirst();
        if (conclusions.contains(good)) return null;
        return possible.closed(row, matter, step, good).orElse(null);
    }

    private static Map<String, String> words(Problem problem) {
        return Map.of(
                "code", problem.code(),
                "zh", problem.what(Locale.CHINESE) + problem.todo(Locale.CHINESE),
                "en", problem.what(Locale.ENGLISH) + " " + problem.todo(Locale.ENGLISH));
    }

    private static List<Map<String, String>> backs(List<String> backs, Matter matter, Locale locale) {
        return backs.stream()
                .map(id -> Map.of("step", id, "title", matter.step(id).title().in(locale)))
                .toList();
    }

    /** Other cases that share ground with it: candidates by their boxes, then the outlines. */
    List<Map<String, @Nullable Object>> sameGround(CaseRow row, Locale locale) {
        double[] box = row.box();
        String site = texts.site(row.id(), row.siteHash());
        if (box == null || site == null) return List.of();
        var own = CaseSite.read(site).outline();
        List<Map<String, @Nullable Object>> same = new ArrayList<>();
        for (CaseRow other : candidates(row, box)) {
            String text = persons.sees(other) ? texts.site(other.id(), other.siteHash()) : null;
            if (text == null || own.intersection(CaseSite.read(text).outline()).getArea() <= 0) continue;
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", other.id());
            tree.put("number", other.number());
            tree.put("name", other.name());
            tree.put("what", CaseWords.in(locale, "ground.same"));
            tree.put("state", other.state().name());
            tree.put("stateText", CaseWords.state(other, locale));
            same.add(tree);
        }
        return same;
    }

    private List<CaseRow> candidates(CaseRow row, double[] box) {
        return jdbc.sql("select * from case_file where id in (" + NEAR + """
                ) and east >= :west and south <= :north and north >= :south
                and id <> :id and state not in ('DRAFT', 'WITHDRAWN', 'NOT_ACCEPTED', 'TERMINATED')
                order by created_at desc fetch first :rowCount rows only""")
                .param("west", box[0])
                .param("south", box[1])
                .param("east", box[2])
                .param("north", box[3])
                .param("id", row.id())
                .param("rowCount", MOST)
                .query((each, n) -> CaseTable.read(each))
                .list();
    }
}
