package org.cuntu.core.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_opinion}: only added. What writes is called inside a transaction. */
@Component
class OpinionTable {
    private final JdbcClient jdbc;

    OpinionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Opinion opinion, @Nullable UUID task) {
        jdbc.sql("""
                insert into case_opinion (id, case_id, task, step, conclusion, words, by_whom, lent_by, corrects, back, at, leaf)
                values (:id, :case, :task, :step, :conclusion, :words, :by, :lent, :corrects, :back, :at, :leaf)""")
                .param("id", opinion.id())
                .param("case", opinion.caseId())
                .param("task", task)
                .param("step", opinion.step())
                .param("conclusion", opinion.conclusion().name())
                .param("words", opinion.words())
                .param("by", opinion.by())
                .param("lent", String.join(" ", opinion.lentBy()))
                .param("corrects", opinion.corrects())
                .param("back", opinion.back())
                .param("at", DbTime.of(opinion.at()))
                .param("leaf", opinion.leaf())
                .update();
    }

    Optional<Opinion> find(UUID id) {
        return jdbc.sql("select * from case_opinion where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** In the order in which they were given. */
    List<Opinion> list(UUID caseId) {
        return jdbc.sql("select * from case_opinion where case_id = :id order by at, id")
                .param("id", caseId)
                .query((row, n) -> read(row))
                .list();
    }

    /** The conclusion that was given last, by case; a case without an opinion is not in it. */
    Map<UUID, MatterStep.Conclusion> last(List<UUID> cases) {
        Map<UUID, MatterStep.Conclusion> last = new HashMap<>();
        if (cases.isEmpty()) return last;
        jdbc.sql("select case_id, conclusion from case_opinion where case_id in (:ids) order by at, id")
                .param("ids", cases)
                .query(row -> {
                    last.put(
                            row.getObject("case_id", UUID.class),
                            MatterStep.Conclusion.valueOf(row.getString("conclusion")));
                });
        return last;
    }

    private static Opinion read(ResultSet row) throws SQLException {
        return new Opinion(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("step"),
                MatterStep.Conclusion.valueOf(row.getString("conclusion")),
                row.getString("words"),
                row.getString("by_whom"),
                Arrays.stream(row.getString("lent_by").split(" "))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                row.getObject("corrects", UUID.class),
                row.getString("back"),
                DbTime.read(row, "at"),
                row.getString("leaf"));
    }
}
