package org.cuntu.platform.backup.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code backup_copy}. */
@Component
class BackupTable {
    private final JdbcClient jdbc;

    BackupTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BackupCopy copy) {
        jdbc.sql("""
                insert into backup_copy (id, made_at, file, size, sha256, entries, scheduled, made_by, took_millis, log_size,
                  verified_at)
                values (:id, :at, :file, :size, :sha256, :entries, :scheduled, :by, :took, :log, :verified)""")
                .param("id", copy.id())
                .param("at", DbTime.of(copy.madeAt()))
                .param("file", copy.file().toString())
                .param("size", copy.size())
                .param("sha256", copy.sha256())
                .param("entries", copy.entries())
                .param("scheduled", copy.scheduled())
                .param("by", copy.by())
                .param("took", copy.tookMillis())
                .param("log", copy.logSize())
                .param("verified", DbTime.of(copy.verifiedAt()))
                .update();
    }

    void verified(UUID id, Instant at, @Nullable String fault) {
        jdbc.sql("update backup_copy set verified_at = :at, fault = :fault where id = :id")
                .param("id", id)
                .param("at", DbTime.of(at))
                .param("fault", fault, java.sql.Types.VARCHAR)
                .update();
    }

    void removed(UUID id, Instant at) {
        jdbc.sql("update backup_copy set removed_at = :at where id = :id")
                .param("id", id)
                .param("at", DbTime.of(at))
                .update();
    }

    Optional<BackupCopy> find(UUID id) {
        return jdbc.sql("select * from backup_copy where id = :id")
                .param("id", id)
                .query(BackupTable::copy)
                .optional();
    }

    List<BackupCopy> listNewest(int limit) {
        return jdbc.sql("select * from backup_copy order by made_at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(BackupTable::copy)
                .list();
    }

    List<BackupCopy> listKept() {
        return jdbc.sql("select * from backup_copy where removed_at is null order by made_at desc, id")
                .query(BackupTable::copy)
                .list();
    }

    /** Waits until no other node looks at the timetable; held until the end of the transaction. */
    void lock() {
        jdbc.sql("select name from lease where name = 'backup-timetable' for update")
                .query(String.class)
                .single();
    }

    /** When the installation's first act was; empty when there is none. */
    Optional<Instant> firstAct() {
        return jdbc.sql("select min(at) as first from proof_entry")
                .query((row, n) -> Optional.ofNullable(DbTime.find(row, "first")))
                .single();
    }

    private static BackupCopy copy(ResultSet row, int number) throws SQLException {
        Path file = Path.of(row.getString("file"));
        return new BackupCopy(
                row.getObject("id", UUID.class),
                DbTime.read(row, "made_at"),
                file,
                row.getLong("size"),
                row.getString("sha256"),
                row.getInt("entries"),
                row.getBoolean("scheduled"),
                row.getString("made_by"),
                row.getLong("took_millis"),
                row.getLong("log_size"),
                DbTime.read(row, "verified_at"),
                row.getString("fault"),
                DbTime.find(row, "removed_at"),
                Files.isRegularFile(file));
    }
}
