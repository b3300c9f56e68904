package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on a round: reads the file, puts the rules, keeps what was found. A round that has ended is left as it is. */
@Component
class SectorTask implements TaskKind {
    static final String KIND = "planning.sector";
    private static final Logger log = LoggerFactory.getLogger(SectorTask.class);

    private final SectorTable table;
    private final SectorRoundTable rounds;
    private final SectorGround grounds;
    private final SectorWork work;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    SectorTask(
            SectorTable table,
            SectorRoundTable rounds,
            SectorGround grounds,
            SectorWork work,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.table = table;
        this.rounds = rounds;
        this.grounds = grounds;
        this.work = work;
        this.proof = proof;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        String code = context.params().get("code");
        int number = Integer.parseInt(context.params().get("round"));
        SectorEntry entry = table.find(code, false).orElseThrow();
        SectorRound round = round(code, number);
        if (round.state() == SectorRound.State.WORKING) {
            try {
                var ground = grounds.read(
                        round.file(),
                        round.fileName(),
                        round.crs(),
                        round.width(),
                        () -> context.progress(0, 0, "features"));
                SectorFindings found =
                        work.find(entry.sector(), ground, (done, total) -> context.progress(done, total, "rules"));
                finish(code, number, context.actor(), SectorPrints.of(found), () -> rounds.found(code, number, found));
            } catch (TaskCancelled e) {
                throw e;
            } catch (InputRefused e) {
                finish(code, number, context.actor(), null, () -> rounds.refused(code, number, e.problems()));
            } catch (Exception e) {
                context.progress(0, 0, "rules"); // when the process is stopping, this ends the run
                String incident = UUID.randomUUID().toString().substring(0, 8);
                log.error("incident {}: sector plan {}", incident, code, e);
                List<Problem> why =
                        List.of(Problem.refused("planning.broken", Problem.Place.UNKNOWN, "incident", incident));
                finish(code, number, context.actor(), null, () -> rounds.refused(code, number, why));
            }
        }
        return TaskResult.of(Map.of("code", code, "round", number));
    }

    private SectorRound round(String code, int number) {
        return rounds.list(code).stream()
                .filter(each -> each.round() == number)
                .findFirst()
                .orElseThrow();
    }

    private void finish(
            String code, int number, String actor, @org.jspecify.annotations.Nullable String hash, Runnable write) {
        transaction.executeWithoutResult(status -> {
            table.find(code, true).orElseThrow();
            if (round(code, number).state() != SectorRound.State.WORKING) return;
            write.run();
            proof.append(new ProofAct(actor, "planning:sector:check", code + " " + number, hash));
        });
    }
}
