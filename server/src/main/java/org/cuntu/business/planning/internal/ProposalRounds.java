package org.cuntu.business.planning.internal;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.Proposals.Given;
import org.cuntu.core.onemap.HeldSnapshots;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds and files of proposals, with what was drawn and found. What writes is called inside a transaction. */
@Component
class ProposalRounds implements HeldSnapshots {
    private static final String DOCUMENT = "DOCUMENT";

    private final JdbcClient jdbc;
    private final LongTexts texts;

    ProposalRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
    }

    void add(UUID proposal, int round, String by, Instant at, Proposals.Shapes shapes, List<Given> documents) {
        jdbc.sql("""
                insert into planning_round (proposal, round, begun_by, begun_at, crs) values (:id, :round, :by, :at, :crs)""")
                .param("id", proposal)
                .param("round", round)
                .param("by", by)
                .param("at", DbTime.of(at))
                .param("crs", shapes.crs(), Types.VARCHAR)
                .update();
        texts.put(text(proposal, round, "drawn"), DrawnShapes.write(shapes));
        int position = 0;
        for (Given file : shapes.files()) add(proposal, round, ++position, file);
        for (Given file : documents) add(proposal, round, ++position, file);
    }

    private void add(UUID proposal, int round, int position, Given file) {
        jdbc.sql("""
                insert into planning_file (proposal, round, position, role, type, sha256, name, size)
                values (:id, :round, :position, :role, :type, :sha256, :name, :size)""")
                .param("id", proposal)
                .param("round", round)
                .param("position", position)
                .param("role", file.role())
                .param("type", file.type(), Types.VARCHAR)
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("size", file.size())
                .update();
    }

    void made(UUID proposal, int round, @Nullable String base, String candidate, ProposalFindings findings) {
        jdbc.sql(
                        "update planning_round set base = :base, candidate = :candidate where proposal = :id and round = :round")
                .param("id", proposal)
                .param("round", round)
                .param("base", base, Types.VARCHAR)
                .param("candidate", candidate)
                .update();
        texts.put(text(proposal, round, "findings"), PlanningJson.write(findings));
    }

    List<Proposals.Round> list(UUID proposal) {
        return jdbc.sql("select * from planning_round where proposal = :id order by round")
                .param("id", proposal)
                .query((row, n) -> new Proposals.Round(
                        row.getInt("round"),
                        row.getString("begun_by"),
                        DbTime.read(row, "begun_at"),
                        row.getString("base"),
                        row.getString("candidate")))
                .list();
    }

    /** What was drawn or given in a round. */
    Proposals.Shapes shapes(UUID proposal, int round) {
        String crs = jdbc.sql("select crs from planning_round where proposal = :id and round = :round")
                .param("id", proposal)
                .param("round", round)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        List<Given> files = listFiles(proposal, round).stream()
                .filter(file -> !file.role().equals(DOCUMENT))
                .toList();
        return DrawnShapes.read(texts.find(text(proposal, round, "drawn")).orElse(null), files, crs);
    }

    Optional<ProposalFindings> findings(UUID proposal, int round) {
        return texts.find(text(proposal, round, "findings")).map(PlanningJson::findings);
    }

    List<Given> listFiles(UUID proposal, int round) {
        return jdbc.sql("select * from planning_file where proposal = :id and round = :round order by position")
                .param("id", proposal)
                .param("round", round)
                .query((row, n) -> new Given(
                        row.getString("role"),
                        row.getString("type"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getLong("size")))
                .list();
    }

    /** The documents of this round and the ones before: a document stays when shapes change. */
    List<Given> listDocuments(UUID proposal) {
        return jdbc.sql("select * from planning_file where proposal = :id and role = :role order by round, position")
                .param("id", proposal)
                .param("role", DOCUMENT)
                .query((row, n) -> new Given(
                        row.getString("role"),
                        row.getString("type"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getLong("size")))
                .list();
    }

    private static String text(UUID proposal, int round, String what) {
        return "planning/" + proposal + "/" + round + "/" + what;
    }

    /** Candidates of proposals that were not taken back. */
    static List<String> listCandidates(JdbcClient database) {
        return database.sql("""
                        select distinct r.candidate from planning_round r join planning_proposal p on p.id = r.proposal
                        where r.candidate is not null and p.state <> 'WITHDRAWN' and r.round = p.round order by r.candidate""").query(String.class).list();
    }

    @Override
    public Set<String> listHeld() {
        return new TreeSet<>(listCandidates(jdbc));
    }
}
