package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.CaseSummary;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Correction;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.files.FileRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases in the database: each act in one transaction that holds the case's row. */
@Component
class StoredCases implements Cases {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final OpinionTable opinions;
    private final CaseReading reading;
    private final CaseSummaries summaries;
    private final CasePersons persons;
    private final CaseClocks clocks;
    private final CaseDrafts drafts;
    private final CaseGiving giving;
    private final CaseMaterials materials;
    private final CaseCorrections corrections;
    private final CaseOpinions said;
    private final CaseEntries entries;
    private final CaseActs acts;
    private final CaseHands hands;
    private final CaseHolds holds;
    private final CaseMoves moves;
    private final CaseTransaction transaction;
    private final Processes processes;

    StoredCases(
            CaseTable cases,
            CaseTaskTable tasks,
            OpinionTable opinions,
            CaseReading reading,
            CaseSummaries summaries,
            CasePersons persons,
            CaseClocks clocks,
            CaseDrafts drafts,
            CaseGiving giving,
            CaseMaterials materials,
            CaseCorrections corrections,
            CaseOpinions said,
            CaseEntries entries,
            CaseActs acts,
            CaseHands hands,
            CaseHolds holds,
            CaseMoves moves,
            CaseTransaction transaction,
            Processes processes) {
        this.cases = cases;
        this.tasks = tasks;
        this.opinions = opinions;
        this.reading = reading;
        this.summaries = summaries;
        this.persons = persons;
        this.clocks = clocks;
        this.drafts = drafts;
        this.giving = giving;
        this.materials = materials;
        this.corrections = corrections;
        this.said = said;
        this.entries = entries;
        this.acts = acts;
        this.hands = hands;
        this.holds = holds;
        this.moves = moves;
        this.transaction = transaction;
        this.processes = processes;
    }

    @Override
    public CaseFile draft(Order order) {
        return drafts.draft(order);
    }

    @Override
    public CaseFile save(UUID id, Content content) {
        return drafts.save(id, content);
    }

    @Override
    public CaseFile put(UUID id, String material, @Nullable FileRef file, String fileName) {
        return giving.put(id, material, file, fileName);
    }

    @Override
    public CaseFile promise(UUID id, String material) {
        return giving.promise(id, material);
    }

    @Override
    public CaseFile submit(UUID id) {
        return entries.submit(id);
    }

    @Override
    public void discard(UUID id) {
        drafts.discard(id);
    }

    @Override
    public CaseFile corrected(UUID id) {
        return entries.corrected(id);
    }

    @Override
    public CaseFile withdraw(UUID id, String reason) {
        return holds.withdraw(id, reason);
    }

    @Override
    public CaseFile act(UUID id, Act act) {
        return acts.act(id, act);
    }

    @Override
    public CaseFile claim(UUID task) {
        return hands.claim(task);
    }

    @Override
    public CaseFile release(UUID task) {
        return hands.release(task);
    }

    @Override
    public CaseFile handOver(UUID task, String account, String reason) {
        return hands.handOver(task, account, reason);
    }

    @Override
    public Opinion correct(UUID opinion, String words) {
        return said.correct(opinion, words);
    }

    @Override
    public CaseFile suspend(UUID id, String reason, String words) {
        return holds.suspend(id, reason, words);
    }

    @Override
    public CaseFile resume(UUID id, String reason) {
        return holds.resume(id, reason);
    }

    @Override
    public CaseFile extend(UUID id, int days, String reason) {
        return holds.extend(id, days, reason);
    }

    @Override
    public CaseFile terminate(UUID id, String reason) {
        return holds.terminate(id, reason);
    }

    @Override
    public CaseFile urge(UUID id, String words) {
        return hands.urge(id, words);
    }

    @Override
    public CaseFile explain(UUID id, String words) {
        return hands.explain(id, words);
    }

    @Override
    public CaseFile judge(UUID id, boolean responsible, String words) {
        return hands.judge(id, responsible, words);
    }

    @Override
    public CaseFile follow(UUID id, boolean follow) {
        return hands.follow(id, follow);
    }

    @Override
    public CaseFile get(UUID id) {
        return reading.file(reading.seen(id));
    }

    @Override
    public Optional<CaseFile> find(String number) {
        return cases.find(number).filter(persons::sees).map(reading::file);
    }

    @Override
    public List<CaseSummary> listSummaries(List<UUID> ids) {
        return summaries.list(ids);
    }

    @Override
    public List<CaseClock> clocks(UUID id) {
        return clocks.read(reading.seen(id), tasks.listOpen(id));
    }

    @Override
    public List<CaseTask> listTasks(UUID id) {
        reading.seen(id);
        return tasks.list(id).stream().map(CaseTaskTable.Row::task).toList();
    }

    @Override
    public List<Opinion> listOpinions(UUID id) {
        reading.seen(id);
        return opinions.list(id);
    }

    @Override
    public List<CaseMaterial> listMaterials(UUID id) {
        CaseRow row = reading.seen(id);
        return List.copyOf(materials.list(row, reading.matter(row)).values());
    }

    @Override
    public Optional<Correction> findCorrection(UUID id) {
        return corrections.find(reading.seen(id));
    }

    @Override
    public void arrived(UUID id, String what) {
        transaction.within(id, row -> {
            boolean paper = what.equals("paper");
            if (paper && !row.flags().paper()) {
                Map<String, @Nullable Object> columns = new HashMap<>();
                columns.put("paper", true);
                cases.set(id, columns);
                moves.note(row, row.state(), CaseMoves.Done.of("PAPER", "paper"));
            }
            processes.message(id, what);
        });
    }
}
