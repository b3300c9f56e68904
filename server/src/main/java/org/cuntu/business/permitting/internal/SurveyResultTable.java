package org.cuntu.business.permitting.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.business.permitting.SurveyResult;
import org.cuntu.business.permitting.SurveyResults;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of survey results. What writes is called inside a transaction. */
@Component
class SurveyResultTable {
    private final JdbcClient jdbc;

    SurveyResultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SurveyResult s, Set<String> lenders) {
        String searched = String.join("\n", s.projectCode(), s.title(), s.surveyor());
        jdbc.sql("""
            insert into survey_result (id, project_code, stage, title, surveyor, surveyed_on, division, area, site, west,
              south, east, north, sha256, file_name, hash, state, registered_by, lent_by, registered_at, words,
              invented, searched)
            values (:id, :project, :stage, :title, :surveyor, :on_, :division, :area, :site, :west,
              :south, :east, :north, :sha256, :fileName, :hash, :state, :by, :lentBy, :at, :words,
              :invented, :searched)\
            """)
                .param("id", s.id())
                .param("project", s.projectCode())
                .param("stage", s.stage())
                .param("title", s.title())
                .param("surveyor", s.surveyor())
                .param("on_", s.surveyedOn())
                .param("division", s.division())
                .param("area", s.area().hundredths())
                .param("site", s.site())
                .param("west", s.box().get(0))
                .param("south", s.box().get(1))
                .param("east", s.box().get(2))
                .param("north", s.box().get(3))
                .param("sha256", s.sha256())
                .param("fileName", s.fileName())
                .param("hash", s.hash())
                .param("state", s.state().name())
                .param("by", s.registeredBy())
                .param("lentBy", String.join(" ", lenders))
                .param("at", DbTime.of(s.registeredAt()))
                .param("words", s.words())
                .param("invented", s.invented())
                .param("searched", searched.toLowerCase(Locale.ROOT))
                .update();
    }

    void checked(UUID id, SurveyResult.State state, String by, Instant at, String words) {
        jdbc.sql("""
            update survey_result set state = :state, checked_by = :by, checked_at = :at, words = :words where id = :id\
            """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("at", DbTime.of(at))
                .param("words", words)
                .update();
    }

    /** Waits until nobody else registers one: the same survey is there once. */
    void lock() {
        jdbc.sql("select id from permit_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Optional<SurveyResult> hold(UUID id) {
        jdbc.sql("select id from survey_result where id = :id for update")
                .param("id", id)
                .query((row, n) -> n)
                .list();
        return find(id);
    }

    Optional<SurveyResult> find(UUID id) {
        return jdbc.sql("select * from survey_result where id = :id")
                .param("id", id)
                .query((row, n) -> result(row))
                .optional();
    }

    /** Accounts that had a hand in it: nobody of them checks it. */
    List<String> registrars(UUID id) {
        return jdbc.sql("select registered_by || ' ' || lent_by from survey_result where id = :id")
                .param("id", id)
                .query((row, n) -> List.of(row.getString(1).strip().split(" ")))
                .single();
    }

    /** Those of a project's stage that were not rejected, the newest first. */
    List<SurveyResult> listOf(String project, String stage) {
        return jdbc.sql("select * from survey_result where project_code = :project and stage = :stage"
                        + " and state <> 'REJECTED' order by surveyed_on desc, registered_at desc")
                .param("project", project)
                .param("stage", stage)
                .query((row, n) -> result(row))
                .list();
    }

    List<SurveyResult> list(SurveyResults.Filter filter, int most) {
        List<Double> box = filter.box() == null ? List.of(-180.0, -90.0, 180.0, 90.0) : filter.box();
        String stage = filter.stage();
        return jdbc.sql("""
            select * from survey_result where searched like :text escape '!' and stage like :stage
              and west <= :east and east >= :west and south <= :north and north >= :south
            order by registered_at desc, id fetch first :rowCount rows only\
            """)
                .param("text", PermitSearch.like(filter.text()))
                .param("stage", stage == null || stage.isEmpty() ? "%" : stage)
                .param("west", box.get(0))
                .param("south", box.get(1))
                .param("east", box.get(2))
                .param("north", box.get(3))
                .param("rowCount", most)
                .query((row, n) -> result(row))
                .list();
    }

    private static SurveyResult result(ResultSet row) throws SQLException {
        return new SurveyResult(
                row.getObject("id", UUID.class),
                row.getString("project_code"),
                row.getString("stage"),
                row.getString("title"),
                row.getString("surveyor"),
                row.getObject("surveyed_on", LocalDate.class),
                row.getString("division"),
                new Area(row.getLong("area")),
                row.getString("site"),
                List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("hash"),
                SurveyResult.State.valueOf(row.getString("state")),
                row.getString("registered_by"),
                DbTime.read(row, "registered_at"),
                row.getString("checked_by"),
                DbTime.find(row, "checked_at"),
                row.getString("words"),
                row.getBoolean("invented"));
    }
}
