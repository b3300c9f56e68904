package org.cuntu.platform.home;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param signIn how often somebody may fail
 * @param tasks how long work is run
 * @param publicUrl where anybody reaches this installation, for the codes on papers (contracts 12), without a slash at the
 *     end; empty: nowhere
 * @param proof how the proof log is hashed, signed and witnessed
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
        @DefaultValue SignIn signIn,
        @DefaultValue Tasks tasks,
        @DefaultValue("") String publicUrl,
        @DefaultValue Proof proof) {
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
     * Against guessing passwords.
     *
     * @param failures this many in a row lock the account
     * @param lockedFor how long
     * @param idle a session without a request ends after this
     */
    public record SignIn(
            @DefaultValue("5") int failures,
            @DefaultValue("15m") Duration lockedFor,
            @DefaultValue("30m") Duration idle) {}

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
     * The proof log (contracts 7). Another hash begins a new tree that holds the root of the old; another kind of signature
     * a new key that the old one vouches for.
     *
     * @param hash of the tree
     * @param signature of the heads
     * @param alarmAfter an entry that has no place for so long is an alarm
     */
    public record Proof(
            @DefaultValue("SM3") Hash hash,
            @DefaultValue("SM2") Signature signature,
            @DefaultValue("60s") Duration alarmAfter,
            @DefaultValue Witness witness) {
        /** GB/T 32905, or FIPS 180-4. */
        public enum Hash {
            SM3,
            SHA_256
        }

        /** GB/T 32918, or RFC 8032. */
        public enum Signature {
            SM2,
            ED25519
        }
    }

    /**
     * Who is handed heads, so that a log that was cut shows.
     *
     * @param every a head that is new is handed over at most so often
     * @param file to which heads are added, best on another machine's disk; null: {@code witness/heads.jsonl} of the home
     * @param mail where heads are mailed
     * @param endpoints addresses of other units, {@code https://…/api/witness/heads}
     * @param allowedHosts host names that endpoints may have; an endpoint elsewhere stops the start
     * @param acceptedKeys fingerprints (SHA-256, hexadecimal) of the keys of units whose heads this installation keeps
     */
    public record Witness(
            @DefaultValue("10m") Duration every,
            @Nullable Path file,
            @DefaultValue Mail mail,
            @DefaultValue List<String> endpoints,
            @DefaultValue List<String> allowedHosts,
            @DefaultValue List<String> acceptedKeys) {}

    /**
     * An SMTP server and who writes to whom; without a host nothing is mailed.
     *
     * @param startTls refuses to go on when the server does not offer it
     */
    public record Mail(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String from,
            @DefaultValue("") String to,
            @DefaultValue("false") boolean startTls) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Mail[" + host + "]";
        }
    }
}
