package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rounds of sector plans and what was found. What writes is called inside a transaction. */
@Component
class SectorRoundTable {
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final LongTexts texts;

    SectorRoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
    }

    int next(String code) {
        return jdbc.sql("select coalesce(max(round), 0) + 1 from sector_round where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    void add(SectorRound r) {
        jdbc.sql("""
                        insert into sector_round (code, round, begun_by, lent_by, begun_at, file, file_name, file_size, crs,
                          width, state)
                        values (:code, :round, :by, :lentBy, :at, :file, :name, :size, :crs, :width, :state)""")
                .param("code", r.code())
                .param("round", r.round())
                .param("by", r.begunBy())
                .param("lentBy", String.join(" ", r.lentBy()))
                .param("at", DbTime.of(r.begunAt()))
                .param("file", r.file())
                .param("name", r.fileName())
                .param("size", r.fileSize())
                .param("crs", r.crs(), Types.VARCHAR)
                .param("width", r.width(), Types.DOUBLE)
                .param("state", r.state().name())
                .update();
    }

    void works(String code, int round, UUID task) {
        jdbc.sql("update sector_round set task = :task where code = :code and round = :round")
                .param("task", task)
                .param("code", code)
                .param("round", round)
                .update();
    }

    void found(String code, int round, SectorFindings findings) {
        jdbc.sql("""
                        update sector_round set state = 'DONE', verdict = :verdict, area = :area, hash = :hash
                        where code = :code and round = :round""")
                .param("verdict", findings.verdict().name())
                .param("area", findings.ground().area().hundredths())
                .param("hash", SectorPrints.of(findings))
                .param("code", code)
                .param("round", round)
                .update();
        texts.put(id(code, round), PlanningJson.write(findings));
    }

    void refused(String code, int round, List<Problem> why) {
        jdbc.sql("""
                        update sector_round set state = 'REFUSED', problems = :problems
                        where code = :code and round = :round""")
                .param("problems", JsonMapper.shared().writeValueAsString(why))
                .param("code", code)
                .param("round", round)
                .update();
    }

    Optional<SectorRound> find(String code, int round) {
        return jdbc.sql("select * from sector_round where code = :code and round = :round")
                .param("code", code)
                .param("round", round)
                .query((row, n) -> round(row))
                .optional();
    }

    List<SectorRound> list(String code) {
        return jdbc.sql("select * from sector_round where code = :code order by round")
                .param("code", code)
                .query((row, n) -> round(row))
                .list();
    }

    Optional<SectorFindings> findings(String code, int round) {
        return texts.find(id(code, round)).map(text -> PlanningJson.read(text, SectorFindings.class));
    }

    private static String id(String code, int round) {
        return "sector/" + code + "/" + round + "/findings";
    }

    private SectorRound round(ResultSet row) throws SQLException {
        double width = row.getDouble("width");
        boolean areas = row.wasNull();
        long area = row.getLong("area");
        boolean unknown = row.wasNull();
        String verdict = row.getString("verdict");
        String lent = row.getString("lent_by");
        String why = row.getString("problems");
        return new SectorRound(
                row.getString("code"),
                row.getInt("round"),
                row.getString("begun_by"),
                lent.isEmpty() ? List.of() : Arrays.asList(lent.split(" ")),
                DbTime.read(row, "begun_at"),
                row.getString("file"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("crs"),
                areas ? null : width,
                row.getObject("task", UUID.class),
                SectorRound.State.valueOf(row.getString("state")),
                verdict == null ? null : Verdict.valueOf(verdict),
                unknown ? null : new Area(area),
                row.getString("hash"),
                why == null ? List.of() : JsonMapper.shared().readValue(why, PROBLEMS));
    }
}
