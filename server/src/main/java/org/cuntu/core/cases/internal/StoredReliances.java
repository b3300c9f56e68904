package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.cases.Reliances;
import org.cuntu.core.rules.Words;
import org.springframework.stereotype.Component;

/** By what was kept at the submission. */
@Component
class StoredReliances implements Reliances {
    private static final String WHAT = "BASIS_ENDED";
    private static final List<String> OPEN = List.of("SUBMITTED", "CORRECTING", "IN_REVIEW", "APPROVED");

    private final ReliedTable relied;
    private final EventTable events;
    private final CaseTaskTable tasks;
    private final RemarkTable remarks;
    private final CaseTransaction transaction;
    private final CaseMoves moves;
    private final CaseTelling telling;

    StoredReliances(
            ReliedTable relied,
            EventTable events,
            CaseTaskTable tasks,
            RemarkTable remarks,
            CaseTransaction transaction,
            CaseMoves moves,
            CaseTelling telling) {
        this.relied = relied;
        this.events = events;
        this.tasks = tasks;
        this.remarks = remarks;
        this.transaction = transaction;
        this.moves = moves;
        this.telling = telling;
    }

    @Override
    public List<UUID> list(String number, boolean issued) {
        List<String> states = new ArrayList<>(OPEN);
        if (issued) states.add("ISSUED");
        return relied.list(number, states);
    }

    @Override
    public int ended(String number, String what, boolean issued, Words said) {
        int written = 0;
        for (UUID id : list(number, issued)) {
            boolean[] one = new boolean[1];
            transaction.within(id, row -> one[0] = write(row, number, what, said));
            if (one[0]) written++;
        }
        return written;
    }

    private boolean write(CaseRow row, String number, String what, Words said) {
        boolean there = events.list(row.id()).stream()
                .anyMatch(each -> each.what().equals(WHAT)
                        && number.equals(each.step())
                        && each.words().equals(what));
        if (there) return false;
        moves.note(row, row.state(), new CaseMoves.Done(WHAT, "basis-ended", number, what, null, Map.of()));
        Set<String> told = new TreeSet<>(Set.of(row.times().createdBy()));
        String account = row.applicant().account();
        if (account != null) told.add(account);
        for (CaseTaskTable.Row task : tasks.listOpen(row.id()))
            if (task.task().holder() != null) told.add(task.task().holder());
        told.addAll(remarks.listFollowers(row.id()));
        telling.tell(told, row, "basis-ended", "basis-ended " + number + " " + what, said.zh(), said.en());
        return true;
    }
}
