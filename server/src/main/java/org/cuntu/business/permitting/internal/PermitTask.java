package org.cuntu.business.permitting.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a certificate's paper once and lets its case go on: the file, its name in the row, the entry of the proof log and the case's move
 * are one transaction, so that a crash leaves nothing or all of it.
 */
@Component
class PermitTask implements TaskKind {
    static final String KIND = "permitting.paper";

    private final PermitTable permits;
    private final PermitPaper papers;
    private final Files files;
    private final ProofLog proof;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Cases> cases;

    PermitTask(
            PermitTable permits,
            PermitPaper papers,
            Files files,
            ProofLog proof,
            TransactionTemplate transaction,
            ObjectProvider<Cases> cases) {
        this.permits = permits;
        this.papers = papers;
        this.files = files;
        this.proof = proof;
        this.transaction = transaction;
        this.cases = cases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        UUID id = UUID.fromString(context.params().getOrDefault("permit", ""));
        Permit permit = permits.find(id).orElseThrow();
        byte[] paper = permit.paper() == null ? papers.of(permit, Languages.ZH) : new byte[0];
        transaction.executeWithoutResult(status -> {
            Permit now = permits.hold(id).orElseThrow();
            // Another number since: its own task makes its paper.
            if (now.paper() == null && now.hash().equals(permit.hash())) keep(now, paper, context.actor());
            cases.ifAvailable(each -> each.arrived(permit.caseId(), "paper"));
        });
        return TaskResult.of(Map.of("number", permit.number()));
    }

    private void keep(Permit permit, byte[] paper, String actor) {
        try {
            FileRef kept = files.keep(new ByteArrayInputStream(paper), permit.number() + ".pdf", "application/pdf");
            permits.paper(permit.id(), kept.sha256());
            proof.append(new ProofAct(
                    actor, "permitting:certificate:paper", permit.number() + " " + permit.id(), kept.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
