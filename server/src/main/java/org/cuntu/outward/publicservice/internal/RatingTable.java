package org.cuntu.outward.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.outward.publicservice.Rating;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ratings and what they are of. What writes is called inside a transaction. */
@Component
class RatingTable {
    private final JdbcClient jdbc;

    RatingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Rating rating) {
        jdbc.sql("""
                insert into publicservice_rating
                    (case_id, id, matter, division, level, tags, words, given_at, call_back_on, due_on)
                values (:caseId, :id, :matter, :division, :level, :tags, :words, :at, :callBack, :due)""")
                .param("caseId", rating.caseId())
                .param("id", rating.id())
                .param("matter", rating.matter())
                .param("division", rating.division())
                .param("level", rating.level())
                .param("tags", String.join(" ", rating.tags()))
                .param("words", rating.words())
                .param("at", DbTime.of(rating.at()))
                .param("callBack", rating.callBackOn(), Types.DATE)
                .param("due", rating.dueOn(), Types.DATE)
                .update();
    }

    /** Whether it was added now; not when something was added before. */
    boolean append(UUID caseId, String words, Instant at) {
        return jdbc.sql("""
                update publicservice_rating set addition = :words, added_at = :at
                where case_id = :caseId and addition is null""")
                        .param("words", words)
                        .param("at", DbTime.of(at))
                        .param("caseId", caseId)
                        .update()
                == 1;
    }

    /** Whether it was answered now. */
    boolean answer(UUID id, String words, String by, Instant at) {
        return jdbc.sql("""
                update publicservice_rating set answer = :words, answered_by = :by, answered_at = :at
                where id = :id and answered_at is null""")
                        .param("words", words)
                        .param("by", by)
                        .param("at", DbTime.of(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Rating> find(UUID caseId) {
        return jdbc.sql("select * from publicservice_rating where case_id = :id")
                .param("id", caseId)
                .query((row, n) -> read(row))
                .optional();
    }

    Set<UUID> rated(List<UUID> cases) {
        if (cases.isEmpty()) return Set.of();
        return Set.copyOf(jdbc.sql("select case_id from publicservice_rating where case_id in (:ids)")
                .param("ids", cases)
                .query(UUID.class)
                .list());
    }

    Optional<Rating> findById(UUID id) {
        return jdbc.sql("select * from publicservice_rating where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The open ones by their day, then the answered, the last first. */
    List<Rating> listLow(int limit) {
        return jdbc.sql("""
                select * from publicservice_rating where level <= :low
                order by case when answered_at is null then 0 else 1 end,
                    case when answered_at is null then due_on end, answered_at desc, given_at desc, id
                fetch first :limit rows only""")
                .param("low", Rating.LOW)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    List<Rating> list(Instant from, Instant to) {
        return jdbc.sql(
                        "select * from publicservice_rating where given_at >= :from and given_at <= :to order by given_at, id")
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .query((row, n) -> read(row))
                .list();
    }

    /** Once for each case. */
    void ended(CaseFile file, String state, @Nullable Integer days, Instant at) {
        if (isEnded(file.id())) return;
        jdbc.sql("""
                insert into publicservice_ended (case_id, matter, division, state, days, ended_at)
                values (:id, :matter, :division, :state, :days, :at)""")
                .param("id", file.id())
                .param("matter", file.matter())
                .param("division", file.division())
                .param("state", state)
                .param("days", days, Types.INTEGER)
                .param("at", DbTime.of(at))
                .update();
    }

    private boolean isEnded(UUID id) {
        return jdbc.sql("select count(*) from publicservice_ended where case_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param days the sum of the working days of those that have any @param counted how many have */
    record Ended(int cases, long days, int counted) {}

    Ended ended(Instant from, Instant to) {
        return jdbc.sql("""
                select count(*), coalesce(sum(days), 0), count(days) from publicservice_ended
                where ended_at >= :from and ended_at <= :to""")
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .query((row, n) -> new Ended(row.getInt(1), row.getLong(2), row.getInt(3)))
                .single();
    }

    private static Rating read(ResultSet row) throws SQLException {
        Instant answered = DbTime.find(row, "answered_at");
        String tags = row.getString("tags");
        return new Rating(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("matter"),
                row.getString("division"),
                row.getInt("level"),
                tags.isEmpty() ? List.of() : Arrays.asList(tags.split(" ")),
                row.getString("words"),
                DbTime.read(row, "given_at"),
                row.getString("addition"),
                DbTime.find(row, "added_at"),
                row.getObject("call_back_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                answered == null
                        ? null
                        : new Rating.Answer(row.getString("answered_by"), answered, row.getString("answer")));
    }
}
