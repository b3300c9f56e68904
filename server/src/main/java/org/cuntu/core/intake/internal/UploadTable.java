package org.cuntu.core.intake.internal;

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
    record Upload(UUID id, String sha256, String name, long size) {}

    Upload add(FileRef file, String name, String by) {
        Upload upload = new Upload(UUID.randomUUID(), file.sha256(), name, file.size());
        jdbc.sql("""
                insert into submission_upload (id, sha256, name, size, sent_by, sent_at)
                values (:id, :sha256, :name, :size, :by, :at)""")
                .param("id", upload.id())
                .param("sha256", upload.sha256())
                .param("name", upload.name())
                .param("size", upload.size())
                .param("by", by)
                .param("at", DbTime.of(clock.now()))
                .update();
        return upload;
    }

    Optional<Upload> find(UUID id, String by) {
        return jdbc.sql("select * from submission_upload where id = :id and sent_by = :by")
                .param("id", id)
                .param("by", by)
                .query((row, n) -> new Upload(id, row.getString("sha256"), row.getString("name"), row.getLong("size")))
                .optional();
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
