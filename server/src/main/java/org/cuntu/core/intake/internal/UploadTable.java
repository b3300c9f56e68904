package org.cuntu.core.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.home.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code submission_upload}: files that were sent to be looked at before they are submitted. Whoever sent one may
 * name it in a submission, nobody else: a hash alone gives no right to a file.
 */
@Component
class UploadTable {
    private final JdbcClient jdbc;
    private final CityClock clock;

    UploadTable(JdbcClient jdbc, CityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A kept file that was sent before its submission. */
    record Upload(UUID id, String sha256, String name, long size, Instant sentAt) {}

    /**
     * One that is kept no longer.
     *
     * @param removed whether its content was given up already
     */
    record Ended(UUID id, String sha256, String sentBy, Instant sentAt, boolean removed) {}

    Upload add(FileRef file, String name, String by) {
        Upload upload = new Upload(UUID.randomUUID(), file.sha256(), name, file.size(), clock.now());
        jdbc.sql("""
                insert into submission_upload (id, sha256, name, size, sent_by, sent_at)
                values (:id, :sha256, :name, :size, :by, :at)""")
                .param("id", upload.id())
                .param("sha256", upload.sha256())
                .param("name", upload.name())
                .param("size", upload.size())
                .param("by", by)
                .param("at", DbTime.of(upload.sentAt()))
                .update();
        return upload;
    }

    Optional<Upload> find(UUID id, String by) {
        return jdbc.sql("select * from submission_upload where id = :id and sent_by = :by and removed_at is null")
                .param("id", id)
                .param("by", by)
                .query((row, n) -> new Upload(
                        id,
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getLong("size"),
                        DbTime.read(row, "sent_at")))
                .optional();
    }

    /** Those sent before a moment, the oldest first. */
    List<Ended> listSentBefore(Instant moment, int most) {
        return jdbc.sql("""
                select id, sha256, sent_by, sent_at, removed_at from submission_upload where sent_at < :moment
                order by sent_at, id fetch first :most rows only""")
                .param("moment", DbTime.of(moment))
                .param("most", most)
                .query((row, n) -> new Ended(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getString("sent_by"),
                        DbTime.read(row, "sent_at"),
                        DbTime.find(row, "removed_at") != null))
                .list();
    }

    /** Whether its content was submitted, by whomever. */
    boolean isSubmitted(String sha256) {
        return jdbc.sql("select count(*) from submission_file where sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void markRemoved(UUID id) {
        jdbc.sql("update submission_upload set removed_at = :at where id = :id")
                .param("at", DbTime.of(clock.now()))
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from submission_upload where id = :id").param("id", id).update();
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
