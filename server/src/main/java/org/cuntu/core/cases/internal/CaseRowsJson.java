package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case in one line of a list. Who applies is masked. */
@Component
class CaseRowsJson {
    private final CaseReading reading;
    private final CaseClocks clocks;
    private final CasePersons persons;
    private final RemarkTable remarks;
    private final Organisation organisation;
    private final Accounts accounts;
    private final CityClock clock;

    CaseRowsJson(
            CaseReading reading,
            CaseClocks clocks,
            CasePersons persons,
            RemarkTable remarks,
            Organisation organisation,
            Accounts accounts,
            CityClock clock) {
        this.reading = reading;
        this.clocks = clocks;
        this.persons = persons;
        this.remarks = remarks;
        this.organisation = organisation;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Names, and which cases the caller follows, asked for once an answer. */
    final class Names {
        private final Map<String, String> known = new HashMap<>();
        private final Set<UUID> followed;

        Names(Set<UUID> followed) {
            this.followed = followed;
        }

        boolean isFollowed(UUID caseId) {
            return followed.contains(caseId);
        }

        @Nullable
        String of(@Nullable String account) {
            if (account == null) return null;
            return known.computeIfAbsent(account, id -> accounts.findName(id).orElse(id));
        }
    }

    /** @param cases those of the answer */
    Names names(List<UUID> cases) {
        return new Names(remarks.listFollowed(cases, persons.id()));
    }

    /** @param task the step that the line is about; null: none is open */
    Map<String, @Nullable Object> row(
            CaseRow row, CaseTaskTable.@Nullable Row task, @Nullable String light, Names names, Locale locale) {
        Matter matter = reading.matter(row);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", row.id());
        tree.put("number", row.number());
        tree.put("name", row.name());
        tree.put("applicant", applicant(row));
        tree.put("applicantKind", row.applicant().kind());
        tree.put("matter", row.matter());
        tree.put("matterTitle", matter.title().in(locale));
        tree.put("shortName", matter.shortName());
        tree.put("division", row.division());
        tree.put("divisionName", divisionName(row.division(), locale));
        MatterStep step = task == null ? null : matter.step(task.task().step());
        tree.put("step", step == null ? null : step.id());
        tree.put("stepTitle", step == null ? null : step.title().in(locale));
        tree.put("kind", step == null ? null : step.kind().name());
        tree.put("task", task == null ? null : task.task().id());
        tree.put("state", row.state().name());
        tree.put("stateText", CaseWords.state(row, locale));
        List<CaseClock> read = clocks.read(row, task == null ? List.of() : List.of(task));
        tree.put("light", light == null || !row.state().isOpen() ? worst(row, read) : light);
        tree.put("urged", row.flags().urged());
        tree.put("deferred", row.flags().deferred());
        tree.put("clocks", clocks(read));
        tree.put("review", review(row.review()));
        tree.put("holder", task == null ? null : task.task().holder());
        tree.put("holderName", task == null ? null : names.of(task.task().holder()));
        tree.put("unit", task == null ? null : task.task().unit());
        tree.put("unitName", task == null ? null : unitName(task.task().unit(), locale));
        tree.put("arrivedAt", task == null ? null : task.task().arrivedAt().toString());
        tree.put("followed", names.isFollowed(row.id()));
        tree.put("parent", row.parent());
        double[] box = row.box();
        tree.put("at", box == null ? null : List.of((box[0] + box[2]) / 2, (box[1] + box[3]) / 2));
        Long area = row.siteArea();
        tree.put(
                "area",
                area == null ? null : java.math.BigDecimal.valueOf(area, 2).toPlainString());
        return tree;
    }

    /** A person's name is masked; a company's is not. */
    static String applicant(CaseRow row) {
        String name = row.applicant().name();
        return row.applicant().kind().equals("natural") ? Masked.name(name).shown() : name;
    }

    private static String worst(CaseRow row, List<CaseClock> read) {
        if (read.isEmpty()) return CaseClock.Light.GREEN.name();
        List<CaseClock.Light> order = List.of(
                CaseClock.Light.RED,
                CaseClock.Light.GREY,
                CaseClock.Light.UNKNOWN,
                CaseClock.Light.YELLOW,
                CaseClock.Light.DONE_LATE,
                CaseClock.Light.GREEN,
                CaseClock.Light.DONE_IN_TIME);
        if (row.flags().suspended()) return CaseClock.Light.GREY.name();
        return read.stream()
                .map(CaseClock::light)
                .min(java.util.Comparator.comparingInt(order::indexOf))
                .orElseThrow()
                .name();
    }

    static Map<String, Object> clocks(List<CaseClock> read) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (CaseClock each : read) tree.put(each.kind().name(), clock(each));
        return tree;
    }

    static Map<String, @Nullable Object> clock(CaseClock clock) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("limit", clock.limit());
        tree.put("used", clock.used());
        tree.put("left", clock.left());
        tree.put("due", clock.due() == null ? null : clock.due().toString());
        tree.put("light", clock.light().name());
        tree.put("unknownYear", clock.unknownYear());
        return tree;
    }

    static @Nullable Map<String, Object> review(CaseFile.@Nullable AttachedReview review) {
        if (review == null) return null;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", review.id());
        tree.put("hash", review.hash());
        tree.put("conclusion", review.conclusion());
        tree.put("conflicts", review.conflicts());
        tree.put("notAnswered", review.notAnswered());
        tree.put("conditional", review.conclusion().equals("CONDITIONAL"));
        tree.put("at", review.at().toString());
        return tree;
    }

    String divisionName(String division, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        for (int digits = division.length(); digits >= 4; digits--) {
            var found = organisation.findDivision(division.substring(0, digits));
            if (found.isPresent())
                return english ? found.get().en() : found.get().zh();
        }
        return division;
    }

    @Nullable
    String unitName(@Nullable String unit, Locale locale) {
        if (unit == null) return null;
        return organisation
                .findUnit(unit, clock.today())
                .map(each -> locale.getLanguage().equals("en") ? each.en() : each.zh())
                .orElse(unit);
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw CaseReading.unknown(id);
        }
    }
}
