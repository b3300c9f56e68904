package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.cuntu.business.planning.SectorChecks;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorPlans.Act;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds in the database; a new one is begun in the transaction that holds the entry's row. */
@Component
class StoredSectorChecks implements SectorChecks {
    private final SectorTable table;
    private final SectorRoundTable rounds;
    private final SectorPersons persons;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StoredSectorChecks(
            SectorTable table,
            SectorRoundTable rounds,
            SectorPersons persons,
            Tasks tasks,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.rounds = rounds;
        this.persons = persons;
        this.tasks = tasks;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public SectorRound check(String code, Order order) {
        SectorGround.check(order.crs(), order.width());
        transaction.executeWithoutResult(status -> {
            SectorEntry entry = table.find(code, true)
                    .filter(persons::sees)
                    .orElseThrow(() -> ProblemAnswer.notFound("planning.sector-unknown", "code", code));
            User user = persons.permitted(SectorPersons.CHECK, entry);
            if (entry.state() == State.NOT_STARTED || entry.state().isEnd())
                throw ProblemAnswer.conflict(
                        "planning.sector-state",
                        "code",
                        code,
                        "state",
                        entry.state().name());
            if (listRounds(code).stream().anyMatch(round -> round.state() == SectorRound.State.WORKING))
                throw ProblemAnswer.conflict("planning.sector-working", "code", code);
            int number = rounds.next(code);
            rounds.add(new SectorRound(
                    code,
                    number,
                    user.id(),
                    List.copyOf(new TreeSet<>(user.lenders(SectorPersons.CHECK))),
                    clock.now(),
                    order.file(),
                    order.fileName(),
                    order.fileSize(),
                    order.crs(),
                    order.width(),
                    null,
                    SectorRound.State.WORKING,
                    null,
                    null,
                    null,
                    List.of()));
            // an approval was of what was checked before
            table.happened(
                    entry.approved(State.CHECKING, null, null),
                    Act.CHECK,
                    user.id(),
                    null,
                    clock.now(),
                    order.fileName());
            TaskId task = tasks.submit(SectorTask.KIND, Map.of("code", code, "round", String.valueOf(number)));
            rounds.works(code, number, task.value());
            proof.append(new ProofAct(user.id(), "planning:sector:check-begin", code + " " + number, order.file()));
        });
        return listRounds(code).getLast();
    }

    @Override
    public List<SectorRound> listRounds(String code) {
        return rounds.list(code);
    }

    @Override
    public Optional<SectorFindings> findFindings(SectorRound round) {
        return rounds.findings(round.code(), round.round());
    }
}
