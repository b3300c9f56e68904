package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads an archive again, every hash, and notes what it found. */
@Component
class BackupVerifying implements TaskKind {
    static final String COPY = "copy";

    private final BackupTable table;
    private final BackupPlace place;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    BackupVerifying(
            BackupTable table, BackupPlace place, ProofLog proof, CityClock clock, TransactionTemplate transaction) {
        this.table = table;
        this.place = place;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return Backups.VERIFY;
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        BackupCopy copy = table.find(UUID.fromString(context.params().getOrDefault(COPY, "")))
                .orElseThrow();
        long size = Files.size(copy.file());
        try {
            Discarded heard = new Discarded(read -> context.progress(read, size, "bytes"));
            Manifest manifest = ArchiveReader.read(copy.file(), place.key(), heard);
            note(context, copy, null);
            return TaskResult.of(Map.of(
                    "id", copy.id().toString(), "entries", manifest.entries().size()));
        } catch (ArchiveFault e) {
            note(context, copy, e.code());
            throw e.refused(String.valueOf(copy.file().getFileName()));
        }
    }

    private void note(TaskContext context, BackupCopy copy, @Nullable String fault) {
        String act = fault == null ? "backup:copy:verify" : "backup:copy:fault";
        String name = String.valueOf(copy.file().getFileName());
        transaction.executeWithoutResult(status -> {
            table.verified(copy.id(), clock.now(), fault);
            proof.append(new ProofAct(context.actor(), act, name, copy.sha256()));
        });
    }
}
