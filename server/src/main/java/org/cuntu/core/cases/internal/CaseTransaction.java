package org.cuntu.core.cases.internal;

import java.util.UUID;
import java.util.function.Consumer;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.internal.flow.Retried;
import org.springframework.stereotype.Component;

/** One act on one case: its row is held first, so that two acts come one after the other; what still collides is tried anew ({@link Retried}). */
@Component
class CaseTransaction {
    private final CaseTable cases;
    private final CaseReading reading;
    private final CasePersons persons;
    private final Retried retried;

    CaseTransaction(CaseTable cases, CaseReading reading, CasePersons persons, Retried retried) {
        this.cases = cases;
        this.reading = reading;
        this.persons = persons;
        this.retried = retried;
    }

    /** On a case that the caller sees. */
    CaseFile on(UUID id, Consumer<CaseRow> act) {
        run(() -> act.accept(cases.lock(id).filter(persons::sees).orElseThrow(() -> CaseReading.unknown(id))));
        return reading.file(id);
    }

    /** Work of the system. */
    void within(UUID id, Consumer<CaseRow> work) {
        run(() -> cases.lock(id).ifPresent(work));
    }

    void run(Runnable work) {
        retried.inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
