package org.cuntu.core.cases.internal;

import java.util.UUID;
import java.util.function.Consumer;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One act on one case: its row is held first, so that two acts come one after the other; what the databases call a conflict is tried thrice. */
@Component
class CaseTransaction {
    private static final int TRIES = 3;

    private final CaseTable cases;
    private final CaseReading reading;
    private final CasePersons persons;
    private final TransactionTemplate transaction;

    CaseTransaction(CaseTable cases, CaseReading reading, CasePersons persons, TransactionTemplate transaction) {
        this.cases = cases;
        this.reading = reading;
        this.persons = persons;
        this.transaction = transaction;
    }

    /** On a case that the caller sees. */
    CaseFile on(UUID id, Consumer<CaseRow> act) {
        run(() -> act.accept(
                cases.lock(id).filter(persons::sees).orElseThrow(() -> CaseReading.unknown(id))));
        return reading.file(id);
    }

    /** Work of the system. */
    void within(UUID id, Consumer<CaseRow> work) {
        run(() -> cases.lock(id).ifPresent(work));
    }

    void run(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> work.run());
                return;
            } catch (ConcurrencyFailureException e) {
                if (tries == TRIES) throw ProblemAnswer.conflict("cases.someone-acted");
            }
        }
    }
}
