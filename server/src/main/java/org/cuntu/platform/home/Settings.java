package org.cuntu.platform.home;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
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
 * @param tasks how long work is run
 * @param publicUrl where anybody reaches this installation, for the codes on papers (contracts 12), without a slash at the
 *     end; empty: nowhere
 * @param clients programs of other units that use the interface
 * @param openId another house's sign-in that is trusted
 * @param backup when copies are made, where they lie, how long they are kept
 * @param rate how often somebody may ask
 * @param proof how the proof log is hashed, signed and witnessed
 * @param intake how deliveries come in
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
        @DefaultValue OpenId openId,
        @DefaultValue Backup backup,
        @DefaultValue Rate rate,
        @DefaultValue Proof proof,
        @DefaultValue Intake intake) {
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
     * @param background on how many threads work is done that nobody waits for; null: on all cores but one, at least on one
     */
    public record Tasks(
            @DefaultValue("true") boolean run,
            @DefaultValue("2") int threads,
            @DefaultValue("500ms") Duration poll,
            @Nullable Integer background) {
        /** On how many threads work is done that nobody waits for. */
        public int backgroundThreads() {
            int stated = background == null ? Runtime.getRuntime().availableProcessors() - 1 : background;
            return StrictMath.max(1, stated);
        }
    }

    /**
     * Deliveries.
     *
     * @param keepUploads how long a file is kept that was sent and is not submitted
     */
    public record Intake(@DefaultValue("48h") Duration keepUploads) {}

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
     * Backups (contracts 8).
     *
     * @param enabled whether the timetable makes them and their age raises an alarm; null: only a server in earnest
     * @param at when, on the city's clock
     * @param folder where the archives lie; null: {@code backups/} under the home. Another disk is better
     * @param keyFile the key, 64 hexadecimal digits, made when it is missing; null: {@code keys/backup.key}
     * @param passphraseFile its first line takes the place of the key; null: the key is used
     * @param seal the cipher
     * @param keepDaily of so many days the newest is kept
     * @param keepWeekly of so many weeks
     * @param keepMonthly of so many months
     * @param alarmAfter the newest may not be older
     */
    public record Backup(
            @Nullable Boolean enabled,
            @DefaultValue("02:30") LocalTime at,
            @Nullable Path folder,
            @Nullable Path keyFile,
            @Nullable Path passphraseFile,
            @DefaultValue("AES_256_GCM") Seal seal,
            @DefaultValue("14") int keepDaily,
            @DefaultValue("8") int keepWeekly,
            @DefaultValue("24") int keepMonthly,
            @DefaultValue("26h") Duration alarmAfter) {
        /** The ciphers of an archive. */
        public enum Seal {
            AES_256_GCM,
            SM4_GCM
        }
    }

    /**
     * How many requests a minute one account, or one address that is not signed in, may make; above it is 429. The owner of
     * the home, with the run file's token, is not counted. 0: as many as it likes.
     *
     * @param requests of every kind but tiles
     * @param tiles of the map
     * @param signIn attempts of one address, behind which a whole office may be; an account is locked by its own failures
     */
    public record Rate(
            @DefaultValue("1200") int requests,
            @DefaultValue("6000") int tiles,
            @DefaultValue("120") int signIn) {}

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
