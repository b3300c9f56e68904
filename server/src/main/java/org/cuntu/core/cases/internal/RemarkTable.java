package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands beside a case: remarks, lights that were seen, reviews, drifts, followers. What writes is called inside a transaction. */
@Component
class RemarkTable {
    private final JdbcClient jdbc;

    RemarkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        URGE,
        EXPLANATION,
        JUDGEMENT
    }

    /** @param responsible of a judgement; else null */
    record Remark(Kind kind, String words, @Nullable Boolean responsible, String by, Instant at) {}

    record Drift(String cause, String before, String after, String changes, String hash, Instant at) {}

    void add(UUID caseId, Remark remark) {
        jdbc.sql("""
                insert into case_remark (id, case_id, kind, words, responsible, by_whom, at)
                values (:id, :case, :kind, :words, :responsible, :by, :at)""")
                .param("id", UUID.randomUUID())
                .param("case", caseId)
                .param("kind", remark.kind().name())
                .param("words", remark.words())
                .param("responsible", remark.responsible())
                .param("by", remark.by())
                .param("at", DbTime.of(remark.at()))
                .update();
    }

    List<Remark> list(UUID caseId) {
        return jdbc.sql("select * from case_remark where case_id = :id order by at, id")
                .param("id", caseId)
                .query((row, n) -> new Remark(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getObject("responsible", Boolean.class),
                        row.getString("by_whom"),
                        DbTime.read(row, "at")))
                .list();
    }

    /** @return whether it was not seen before */
    boolean light(UUID caseId, String subject, CaseClock.Light light, LocalDate due, Instant at) {
        int seen = jdbc.sql("""
                        select count(*) from case_light
                        where case_id = :id and subject = :subject and light = :light and due_on = :due""")
                .param("id", caseId)
                .param("subject", subject)
                .param("light", light.name())
                .param("due", due)
                .query(Integer.class)
                .single();
        if (seen > 0) return false;
        jdbc.sql(
                        "insert into case_light (case_id, subject, light, due_on, at) values (:id, :subject, :light, :due, :at)")
                .param("id", caseId)
                .param("subject", subject)
                .param("light", light.name())
                .param("due", due)
                .param("at", DbTime.of(at))
                .update();
        return true;
    }

    void review(UUID caseId, CaseFile.AttachedReview review, String site) {
        jdbc.sql("""
                insert into case_review (case_id, review, hash, conclusion, conflicts, unanswered, at, site)
                values (:id, :review, :hash, :conclusion, :conflicts, :unanswered, :at, :site)""")
                .param("id", caseId)
                .param("review", review.id())
                .param("hash", review.hash())
                .param("conclusion", review.conclusion())
                .param("conflicts", review.conflicts())
                .param("unanswered", review.notAnswered())
                .param("at", DbTime.of(review.at()))
                .param("site", site)
                .update();
    }

    List<CaseFile.AttachedReview> listReviews(UUID caseId) {
        return jdbc.sql("select * from case_review where case_id = :id order by at, review")
                .param("id", caseId)
                .query((row, n) -> new CaseFile.AttachedReview(
                        row.getString("review"),
                        row.getString("hash"),
                        row.getString("conclusion"),
                        row.getInt("conflicts"),
                        row.getInt("unanswered"),
                        DbTime.read(row, "at")))
                .list();
    }

    /** @return whether this answer is another than the one that was told last */
    boolean drift(UUID caseId, Drift drift) {
        List<Drift> before = listDrifts(caseId);
        if (!before.isEmpty() && before.getLast().hash().equals(drift.hash())) return false;
        jdbc.sql("""
                insert into case_drift (id, case_id, cause, conclusion_before, conclusion_after, changes, hash, at)
                values (:id, :case, :cause, :before, :after, :changes, :hash, :at)""")
                .param("id", UUID.randomUUID())
                .param("case", caseId)
                .param("cause", drift.cause())
                .param("before", drift.before())
                .param("after", drift.after())
                .param("changes", drift.changes())
                .param("hash", drift.hash())
                .param("at", DbTime.of(drift.at()))
                .update();
        return true;
    }

    List<Drift> listDrifts(UUID caseId) {
        return jdbc.sql("select * from case_drift where case_id = :id order by at, id")
                .param("id", caseId)
                .query((row, n) -> new Drift(
                        row.getString("cause"),
                        row.getString("conclusion_before"),
                        row.getString("conclusion_after"),
                        row.getString("changes"),
                        row.getString("hash"),
                        DbTime.read(row, "at")))
                .list();
    }

    void follow(UUID caseId, String account, boolean follow, Instant at) {
        if (isFollowed(caseId, account) == follow) return;
        if (follow)
            jdbc.sql("insert into case_follow (account, case_id, at) values (:account, :id, :at)")
                    .param("account", account)
                    .param("id", caseId)
                    .param("at", DbTime.of(at))
                    .update();
        else
            jdbc.sql("delete from case_follow where account = :account and case_id = :id")
                    .param("account", account)
                    .param("id", caseId)
                    .update();
    }

    boolean isFollowed(UUID caseId, String account) {
        return jdbc.sql("select count(*) from case_follow where account = :account and case_id = :id")
                        .param("account", account)
                        .param("id", caseId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Which of them the account follows. */
    Set<UUID> listFollowed(List<UUID> cases, String account) {
        if (cases.isEmpty()) return Set.of();
        return Set.copyOf(jdbc.sql("select case_id from case_follow where account = :account and case_id in (:cases)")
                .param("account", account)
                .param("cases", cases)
                .query(UUID.class)
                .list());
    }

    List<String> listFollowers(UUID caseId) {
        return jdbc.sql("select account from case_follow where case_id = :id order by account")
                .param("id", caseId)
                .query(String.class)
                .list();
    }
}
