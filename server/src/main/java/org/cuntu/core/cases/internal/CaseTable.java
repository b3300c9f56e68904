package org.cuntu.core.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_file}. What writes is called inside a transaction. */
@Component
class CaseTable {
    private final JdbcClient jdbc;
    private final CityClock clock;

    CaseTable(JdbcClient jdbc, CityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A draft. */
    void add(CaseRow row) {
        Applicant who = row.applicant();
        jdbc.sql("""
                insert into case_file (id, matter, matter_hash, name, division, state, parent, origin, of_result,
                  applicant_kind, applicant_name, applicant_number, applicant_phone, applicant_account, created_by, created_at,
                  statutory_limit, promised_limit, unknown_year, suspended, correcting, corrections, urged, deferred,
                  form_version, review_conflicts, review_unanswered, farmland, major, paper, changed_at)
                values (:id, :matter, :hash, :name, :division, :state, :parent, :origin, :of,
                  :kind, :who, :identity, :phone, :account, :by, :at,
                  :statutory, :promised, 0, false, false, 0, false, false, 0, 0, 0, false, false, false, :at)""")
                .param("id", row.id())
                .param("matter", row.matter())
                .param("hash", row.matterHash())
                .param("name", row.name())
                .param("division", row.division())
                .param("state", row.state().name())
                .param("parent", row.parent())
                .param("origin", row.origin().name())
                .param("of", row.of())
                .param("kind", who.kind())
                .param("who", who.name())
                .param("identity", who.idNumber())
                .param("phone", who.phone())
                .param("account", who.account())
                .param("by", row.times().createdBy())
                .param("at", DbTime.of(row.times().createdAt()))
                .param("statutory", row.clocks().statutoryLimit())
                .param("promised", row.clocks().promisedLimit())
                .update();
    }

    /** Sets columns; the names are those of the table. */
    void set(UUID id, Map<String, @Nullable Object> columns) {
        String sets =
                columns.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        JdbcClient.StatementSpec update =
                jdbc.sql("update case_file set " + sets + ", changed_at = :changed where id = :id");
        for (var column : columns.entrySet()) update = update.param(column.getKey(), value(column.getValue()));
        update.param("changed", DbTime.of(clock.now())).param("id", id).update();
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> DbTime.of(instant);
            case Enum<?> one -> one.name();
            case null, default -> value;
        };
    }

    void remove(UUID id) {
        for (String table : List.of(
                "case_form",
                "case_material",
                "case_relied",
                "case_correction",
                "case_event",
                "case_follow",
                "case_remark",
                "case_review",
                "case_drift"))
            jdbc.sql("delete from " + table + " where case_id = :id")
                    .param("id", id)
                    .update();
        jdbc.sql("delete from case_file where id = :id").param("id", id).update();
    }

    Optional<CaseRow> find(UUID id) {
        return jdbc.sql("select * from case_file where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<CaseRow> lock(UUID id) {
        return jdbc.sql("select * from case_file where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<CaseRow> find(String number) {
        return jdbc.sql("select * from case_file where number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    Map<UUID, CaseRow> findAll(List<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from case_file where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(CaseRow::id, row -> row));
    }

    List<CaseRow> listChildren(UUID parent) {
        return jdbc.sql("select * from case_file where parent = :parent order by created_at, id")
                .param("parent", parent)
                .query((row, n) -> read(row))
                .list();
    }

    /** Cases whose applicant was not told in time. */
    List<UUID> listUntold(LocalDate today) {
        return jdbc.sql(
                        "select id from case_file where state = 'SUBMITTED' and tell_due < :today order by tell_due, id")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    /** The number of a matter's next case of a year, held until the end of the transaction. */
    int nextNumber(String name, int year) {
        if (count(name, year) == 0) {
            jdbc.sql("select id from case_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
            if (!isThere(name, year))
                jdbc.sql("insert into case_number (name, of_year, last_given) values (:name, :year, 0)")
                        .param("name", name)
                        .param("year", year)
                        .update();
            count(name, year);
        }
        return jdbc.sql("select last_given from case_number where name = :name and of_year = :year")
                .param("name", name)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private int count(String name, int year) {
        return jdbc.sql("update case_number set last_given = last_given + 1 where name = :name and of_year = :year")
                .param("name", name)
                .param("year", year)
                .update();
    }

    private boolean isThere(String name, int year) {
        return jdbc.sql("select count(*) from case_number where name = :name and of_year = :year")
                        .param("name", name)
                        .param("year", year)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    static CaseRow read(ResultSet row) throws SQLException {
        int unknown = row.getInt("unknown_year");
        return new CaseRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("matter"),
                row.getString("matter_hash"),
                row.getString("name"),
                row.getString("division"),
                CaseState.valueOf(row.getString("state")),
                row.getObject("parent", UUID.class),
                CaseFile.Origin.valueOf(row.getString("origin")),
                row.getString("of_result"),
                new Applicant(
                        row.getString("applicant_kind"),
                        row.getString("applicant_name"),
                        row.getString("applicant_number"),
                        row.getString("applicant_phone"),
                        row.getString("applicant_account")),
                new CaseRow.Times(
                        row.getString("created_by"),
                        DbTime.read(row, "created_at"),
                        DbTime.find(row, "submitted_at"),
                        DbTime.find(row, "accepted_at"),
                        DbTime.find(row, "decided_at"),
                        DbTime.find(row, "ended_at"),
                        row.getObject("applied_on", LocalDate.class),
                        row.getObject("tell_on", LocalDate.class),
                        row.getObject("tell_due", LocalDate.class)),
                new CaseRow.Clocks(
                        row.getObject("opened_on", LocalDate.class),
                        row.getInt("statutory_limit"),
                        row.getInt("promised_limit"),
                        due(row, "statutory", unknown),
                        due(row, "promised", unknown)),
                new CaseRow.Flags(
                        row.getBoolean("suspended"),
                        row.getBoolean("correcting"),
                        row.getInt("corrections"),
                        row.getBoolean("urged"),
                        row.getBoolean("deferred"),
                        row.getBoolean("farmland"),
                        row.getBoolean("major"),
                        row.getBoolean("paper")),
                row.getString("decision"),
                row.getInt("form_version"),
                row.getString("site_hash"),
                row.getObject("site_area", Long.class),
                box(row),
                review(row),
                row.getString("review_site"),
                row.getString("result"));
    }

    private static CaseTimes.Due due(ResultSet row, String clock, int unknown) throws SQLException {
        return new CaseTimes.Due(
                row.getObject(clock + "_due", LocalDate.class),
                row.getObject(clock + "_warn", LocalDate.class),
                unknown);
    }

    private static double @Nullable [] box(ResultSet row) throws SQLException {
        if (row.getObject("west") == null) return null;
        return new double[] {
            row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")
        };
    }

    private static CaseFile.@Nullable AttachedReview review(ResultSet row) throws SQLException {
        String id = row.getString("review");
        if (id == null) return null;
        return new CaseFile.AttachedReview(
                id,
                row.getString("review_hash"),
                row.getString("review_conclusion"),
                row.getInt("review_conflicts"),
                row.getInt("review_unanswered"),
                DbTime.read(row, "review_at"));
    }
}
