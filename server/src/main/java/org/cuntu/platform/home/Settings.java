package org.cuntu.platform.home;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of an installation, {@code cuntu.*}. An unknown key stops the start and names the nearest known one.
 *
 * @param home the home folder; null: none, the database is in memory and nothing is written
 * @param city the city's folder; null: {@code city/liuzhou} under {@code root}
 * @param root the checkout or the unpacked release; null: the working folder
 * @param mode what the process is for
 * @param demoPassword one fixed password for all demo accounts; null: made at random
 * @param database where the records are
 * @param limits how large an input may be
 * @param tasks how long work is run
 * @param publicUrl where anybody reaches this installation, for the codes on papers (contracts 12), without a slash at the
 *     end; empty: nowhere
 */
@ConfigurationProperties(prefix = "cuntu", ignoreUnknownFields = false)
public record Settings(
        @Nullable Path home,
        @Nullable Path city,
        @Nullable Path root,
        @DefaultValue("local") Mode mode,
        @Nullable String demoPassword,
        @DefaultValue Database database,
        @DefaultValue Limits limits,
        @DefaultValue Tasks tasks,
        @DefaultValue("") String publicUrl) {
    /** LOCAL: a command on this machine. DEMO: the synthetic city. SERVE: an office; refuses a home with demo marks. */
    public enum Mode {
        LOCAL,
        DEMO,
        SERVE
    }

    /**
     * Where the records are.
     *
     * @param url JDBC; null: H2 under the home
     * @param poolSize connections; null: 8 on H2, 16 on PostgreSQL
     */
    public record Database(
            @Nullable String url,
            @DefaultValue("cuntu") String user,
            @DefaultValue("") String password,
            @Nullable Integer poolSize) {}

    /**
     * How large an input may be (contracts 12).
     *
     * @param upload bytes of one request; refused before the body is read when its length says so
     */
    public record Limits(@DefaultValue("512MB") DataSize upload) {}

    /**
     * Long work.
     *
     * @param run whether this process runs tasks
     * @param threads at once
     */
    public record Tasks(
            @DefaultValue("true") boolean run,
            @DefaultValue("2") int threads,
            @DefaultValue("500ms") Duration poll) {}
}
