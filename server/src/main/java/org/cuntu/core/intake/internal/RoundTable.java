package org.cuntu.core.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code submission_round} and {@code submission_file}. What writes is called inside a transaction. */
@Component
class RoundTable {
    private final JdbcClient jdbc;

    RoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID submission, int round, String by, Instant at, List<Submissions.Given> files) {
        jdbc.sql("""
                insert into submission_round (submission, round, begun_by, begun_at) values (:submission, :round, :by, :at)""")
                .param("submission", submission)
                .param("round", round)
                .param("by", by)
                .param("at", DbTime.of(at))
                .update();
        int position = 0;
        for (Submissions.Given file : files)
            jdbc.sql("""
                    insert into submission_file (submission, round, position, role, sha256, name, size, source_layer)
                    values (:submission, :round, :position, :role, :sha256, :name, :size, :sourceLayer)""")
                    .param("submission", submission)
                    .param("round", round)
                    .param("position", ++position)
                    .param("role", file.role().name())
                    .param("sha256", file.sha256())
                    .param("name", file.name())
                    .param("size", file.size())
                    .param("sourceLayer", file.sourceLayer(), Types.VARCHAR)
                    .update();
    }

    void made(UUID submission, int round, CandidateMaking.Made made, String comparison) {
        jdbc.sql("""
                update submission_round set base = :base, delivered = :delivered, part = :part, candidate = :candidate,
                  features = :features, comparison = :comparison, previous = :previous, process = :process, run = null, refusing = null, warnings = null, score = null
                where submission = :submission and round = :round""")
                .param("submission", submission)
                .param("round", round)
                .param("base", made.base(), Types.VARCHAR)
                .param("delivered", made.delivered(), Types.VARCHAR)
                .param("part", made.part())
                .param("candidate", made.candidate())
                .param("features", made.features())
                .param("previous", made.yearly() == null ? null : made.yearly().previous(), Types.VARCHAR)
                .param("process", made.yearly() == null ? null : made.yearly().process(), Types.VARCHAR)
                .param("comparison", comparison)
                .update();
    }

    /** The same part on another version of the layer. */
    void moved(UUID submission, int round, @Nullable String base, String candidate) {
        jdbc.sql("""
                update submission_round set base = :base, candidate = :candidate
                where submission = :submission and round = :round""")
                .param("submission", submission)
                .param("round", round)
                .param("base", base, Types.VARCHAR)
                .param("candidate", candidate)
                .update();
    }

    void checked(UUID submission, int round, CheckRun run) {
        jdbc.sql("""
                update submission_round set run = :run, refusing = :refusing, warnings = :warnings, score = :score
                where submission = :submission and round = :round""")
                .param("submission", submission)
                .param("round", round)
                .param("run", run.id())
                .param("refusing", run.refusing())
                .param("warnings", run.warnings())
                .param("score", run.score())
                .update();
    }

    List<SubmissionRound> list(UUID submission) {
        return jdbc.sql("select * from submission_round where submission = :submission order by round")
                .param("submission", submission)
                .query((row, n) -> round(row))
                .list();
    }

    Optional<SubmissionRound> find(UUID submission, int round) {
        return jdbc.sql("select * from submission_round where submission = :submission and round = :round")
                .param("submission", submission)
                .param("round", round)
                .query((row, n) -> round(row))
                .optional();
    }

    List<SubmissionFile> listFiles(UUID submission) {
        return jdbc.sql("select * from submission_file where submission = :submission order by round, position")
                .param("submission", submission)
                .query((row, n) -> new SubmissionFile(
                        row.getInt("round"),
                        SubmissionFile.Role.valueOf(row.getString("role")),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("source_layer")))
                .list();
    }

    List<SubmissionFile> listFiles(UUID submission, int round) {
        return listFiles(submission).stream()
                .filter(file -> file.round() == round)
                .toList();
    }

    private static SubmissionRound.@Nullable Yearly yearly(ResultSet row) throws SQLException {
        String process = row.getString("process");
        return process == null ? null : new SubmissionRound.Yearly(row.getString("previous"), process);
    }

    private static SubmissionRound round(ResultSet row) throws SQLException {
        double score = row.getDouble("score");
        boolean without = row.wasNull();
        return new SubmissionRound(
                row.getInt("round"),
                row.getString("begun_by"),
                DbTime.read(row, "begun_at"),
                row.getString("base"),
                row.getString("delivered"),
                row.getString("part"),
                row.getString("candidate"),
                row.getObject("run", UUID.class),
                row.getObject("features", Long.class),
                row.getObject("refusing", Long.class),
                row.getObject("warnings", Long.class),
                without ? null : score,
                row.getString("comparison"),
                yearly(row));
    }
}
