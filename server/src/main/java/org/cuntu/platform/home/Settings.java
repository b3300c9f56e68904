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
 * @param clients programs of other units that use the interface
 * @param openId another house's sign-in that is trusted
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
        @DefaultValue("") String publicUrl,
        @DefaultValue Clients clients,
        @DefaultValue OpenId openId) {
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

    /**
     * Machine clients.
     *
     * @param tokenLife how long an access token is good for
     * @param keyLife a signing key is replaced after this; the old one stays published until its last token has expired
     * @param overlap how long the old secret still serves after a rotation, when nothing else is asked
     * @param longest how far ahead a client's end may lie
     * @param attempts requests a minute and address for tokens
     */
    public record Clients(
            @DefaultValue("10m") Duration tokenLife,
            @DefaultValue("30d") Duration keyLife,
            @DefaultValue("24h") Duration overlap,
            @DefaultValue("731d") Duration longest,
            @DefaultValue("30") int attempts) {}

    /**
     * An OpenID provider that is trusted to say who somebody is. What the person may do is this installation's own. The
     * client's secret is in the home: {@code keys/openid-client-secret}.
     *
     * @param issuer its address, as its tokens name it; empty: none is trusted
     * @param clientId what it knows this installation by
     * @param claim the claim of its token that is the account's id here
     * @param name how the sign-in page calls it; empty: by the general word
     * @param create whether a person without an account gets one, without any role
     */
    public record OpenId(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("preferred_username") String claim,
            @DefaultValue("") String name,
            @DefaultValue("false") boolean create) {
        /** Whether one is trusted. */
        public boolean isSet() {
            return !issuer.isEmpty();
        }
    }
}
