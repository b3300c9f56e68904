package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.UUID;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.Opinion;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opinions as they are given and corrected, each with its entry of the proof log. */
@Component
class CaseOpinions {
    private final OpinionTable opinions;
    private final CaseTransaction transaction;
    private final CasePersons persons;
    private final CaseMoves moves;
    private final CityClock clock;

    CaseOpinions(
            OpinionTable opinions, CaseTransaction transaction, CasePersons persons, CaseMoves moves, CityClock clock) {
        this.opinions = opinions;
        this.transaction = transaction;
        this.persons = persons;
        this.moves = moves;
        this.clock = clock;
    }

    /** @param now how the case stands after it */
    void give(
            CaseRow row,
            CaseState now,
            CaseTaskTable.Row task,
            MatterStep step,
            Conclusion conclusion,
            String words,
            @Nullable String back) {
        String leaf = moves.note(
                row,
                now,
                CaseMoves.Done.of(conclusion.name(), verb(conclusion))
                        .at(step.id())
                        .saying(words));
        opinions.add(
                new Opinion(
                        UUID.randomUUID(),
                        row.id(),
                        step.id(),
                        conclusion,
                        words,
                        persons.id(),
                        persons.isOwner() ? List.of() : persons.lenders(step.permission()),
                        null,
                        back,
                        clock.now(),
                        leaf),
                task.task().id());
    }

    private static String verb(Conclusion conclusion) {
        return switch (conclusion) {
            case ACCEPT -> "accept";
            case NOT_ACCEPT -> "not-accept";
            case CORRECT -> "ask-correction";
            case AGREE -> "agree";
            case REFUSE -> "refuse";
            case RETURN -> "return";
            case DONE -> "do";
        };
    }

    Opinion correct(UUID opinion, String words) {
        Opinion first = opinions.find(opinion).orElseThrow(() -> CaseReading.unknown(opinion));
        UUID made = UUID.randomUUID();
        transaction.on(first.caseId(), row -> {
            if (!first.by().equals(persons.id()))
                throw new ProblemAnswer(403, Problem.refused("cases.not-own-opinion", Problem.Place.UNKNOWN));
            String said = CaseChecks.words(words, true);
            String leaf = moves.note(
                    row,
                    row.state(),
                    CaseMoves.Done.of("OPINION", "correct-opinion")
                            .at(first.step())
                            .saying(said));
            opinions.add(
                    new Opinion(
                            made,
                            row.id(),
                            first.step(),
                            first.conclusion(),
                            said,
                            persons.id(),
                            first.lentBy(),
                            first.id(),
                            first.back(),
                            clock.now(),
                            leaf),
                    null);
        });
        return opinions.find(made).orElseThrow();
    }
}
