package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Materials that are given, exchanged, taken away or promised. */
@Component
class CaseGiving {
    private final CaseTable cases;
    private final MaterialTable materials;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CaseDrafts drafts;
    private final CaseCorrections corrections;
    private final CasePersons persons;
    private final CaseMoves moves;
    private final CaseSettings settings;
    private final CityClock clock;

    CaseGiving(
            CaseTable cases,
            MaterialTable materials,
            CaseReading reading,
            CaseTransaction transaction,
            CaseDrafts drafts,
            CaseCorrections corrections,
            CasePersons persons,
            CaseMoves moves,
            CaseSettings settings,
            CityClock clock) {
        this.cases = cases;
        this.materials = materials;
        this.reading = reading;
        this.transaction = transaction;
        this.drafts = drafts;
        this.corrections = corrections;
        this.persons = persons;
        this.moves = moves;
        this.settings = settings;
        this.clock = clock;
    }

    CaseFile put(UUID id, String material, @Nullable FileRef file, String fileName) {
        return transaction.on(id, row -> {
            MaterialNeed need = need(row, material);
            MaterialTable.Row there = materials.holding(id).get(material);
            boolean later = there != null && there.state() == MaterialTable.State.DEFERRED && file != null;
            if (later && !row.isInHand()) drafts.applicantOrCounter(row);
            else {
                drafts.inHand(row);
                corrections.given(row, need);
            }
            if (file != null) form(need, fileName);
            MaterialTable.State state = file == null ? MaterialTable.State.REMOVED : MaterialTable.State.GIVEN;
            materials.add(id, material, state, file, fileName, persons.id(), clock.now());
            deferred(id);
            moves.note(
                    row,
                    row.state(),
                    CaseMoves.Done.of(file == null ? "MATERIAL_REMOVED" : "MATERIAL", "material")
                            .at(material)
                            .naming(file == null ? null : file.sha256()));
        });
    }

    private static void form(MaterialNeed need, String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        if (!need.forms().isEmpty() && !need.forms().contains(ending))
            throw CaseChecks.refused(
                    "cases.material-form", "title", need.title().zh(), "taken", String.join(", ", need.forms()));
    }

    private MaterialNeed need(CaseRow row, String material) {
        return reading.matter(row).materials().stream()
                .filter(each -> each.id().equals(material))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("cases.unknown-material", "material", material));
    }

    CaseFile promise(UUID id, String material) {
        return transaction.on(id, row -> {
            drafts.inHand(row);
            MaterialNeed need = need(row, material);
            corrections.given(row, need);
            boolean instead = need.promise() != null;
            if (!instead && (need.main() || need.deferDays() <= 0))
                throw CaseChecks.refused(
                        "cases.material-main", "title", need.title().zh());
            MaterialTable.State state = instead ? MaterialTable.State.PROMISED : MaterialTable.State.DEFERRED;
            materials.add(id, material, state, null, null, persons.id(), clock.now());
            deferred(id);
            String text = instead ? need.promise().zh() : need.title().zh();
            moves.note(
                    row,
                    row.state(),
                    CaseMoves.Done.of(state.name(), "promise").at(material).naming(CaseTexts.sha256(text)));
        });
    }

    /** Whether something is promised and not there. */
    void deferred(UUID id) {
        LocalDate due = null;
        boolean deferred = false;
        for (MaterialTable.Row row : materials.holding(id).values()) {
            if (row.state() != MaterialTable.State.DEFERRED) continue;
            deferred = true;
            if (row.due() != null && (due == null || row.due().isBefore(due))) due = row.due();
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("deferred", deferred);
        columns.put("deferred_due", due);
        cases.set(id, columns);
    }

    /** The days by which what was promised comes, and by which it is checked. @param deferred which of the two */
    void promises(CaseRow row, Matter matter, LocalDate from, boolean deferred) {
        for (MaterialTable.Row each : materials.holding(row.id()).values()) {
            MaterialNeed need = matter.materials().stream()
                    .filter(one -> one.id().equals(each.material()))
                    .findFirst()
                    .orElse(null);
            if (need == null) continue;
            if (deferred && each.state() == MaterialTable.State.DEFERRED)
                materials.due(row.id(), each, from.plusDays(need.deferDays()));
            int days = need.checkDays() > 0
                    ? need.checkDays()
                    : settings.promiseCheck(from).days();
            if (!deferred && each.state() == MaterialTable.State.PROMISED)
                materials.due(row.id(), each, from.plusDays(days));
        }
    }
}
