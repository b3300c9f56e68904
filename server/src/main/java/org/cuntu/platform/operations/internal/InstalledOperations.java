package org.cuntu.platform.operations.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.operations.Operations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InstalledOperations implements Operations {
    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final ProofLog proof;
    private final ObjectProvider<Degraded> reports;
    private final Home home;
    private final CityClock clock;

    InstalledOperations(JdbcClient jdbc, ProofLog proof, ObjectProvider<Degraded> reports, Home home, CityClock clock) {
        this.jdbc = jdbc;
        this.proof = proof;
        this.reports = reports;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public List<Problem> listProblems() {
        return reports.orderedStream()
                .flatMap(report -> report.problem().stream())
                .toList();
    }

    @Override
    public Work work() {
        long failed = jdbc.sql("select count(*) from task where state = 'FAILED' and ended_at > :since")
                .param("since", DbTime.of(clock.now().minus(DAY)))
                .query(Long.class)
                .single();
        return new Work(tasks("QUEUED"), tasks("RUNNING"), failed);
    }

    private long tasks(String state) {
        return jdbc.sql("select count(*) from task where state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    @Override
    public Log log() {
        long waiting = jdbc.sql("select count(*) from proof_entry where idx is null")
                .query(Long.class)
                .single();
        return new Log(proof.head().size(), waiting);
    }

    @Override
    public Disk disk() {
        try {
            FileStore store = Files.getFileStore(home.root());
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
