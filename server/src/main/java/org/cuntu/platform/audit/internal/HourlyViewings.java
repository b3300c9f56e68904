package org.cuntu.platform.audit.internal;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.proof.HashKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open viewings, counted in memory and written down once a minute; those of a past hour are closed when the next one opens,
 * all when the process stops. What a killed process left is closed at the next start with what was written, and says so.
 */
@Component
class HourlyViewings implements Viewings {
    private static final Logger log = LoggerFactory.getLogger(HourlyViewings.class);
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final Duration LONG_OVER = Duration.ofHours(3);

    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final OpenViewings rows;
    private final TransactionTemplate transaction;
    private final Map<Key, Seen> open = new ConcurrentHashMap<>();
    /** Rows of this process: never taken for what another left. */
    private final Set<UUID> own = ConcurrentHashMap.newKeySet();

    HourlyViewings(
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            OpenViewings rows,
            PlatformTransactionManager transactions) {
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.rows = rows;
        // of its own: that somebody looked stays true when the transaction around it is rolled back
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Key(String actor, String session, String act, String object, long hour) {
        String text() {
            return object + " session " + session;
        }
    }

    private static final class Seen {
        private final UUID id = UUID.randomUUID();
        private long count;
        private Instant written;
        private Box box;

        private Seen(Box box, Instant now) {
            this.box = box;
            this.written = now;
        }

        synchronized void add(Box more) {
            count++;
            box = new Box(
                    Math.min(box.west(), more.west()),
                    Math.min(box.south(), more.south()),
                    Math.max(box.east(), more.east()),
                    Math.max(box.north(), more.north()));
        }

        synchronized boolean isDue(Instant now) {
            if (now.isBefore(written.plus(WRITTEN_EVERY))) return false;
            written = now;
            return true;
        }

        synchronized long count() {
            return count;
        }

        synchronized Box box() {
            return box;
        }
    }

    @Override
    public void note(String act, String session, String object, double[] box) {
        Instant now = clock.now();
        Instant begun = now.truncatedTo(ChronoUnit.HOURS);
        long hour = begun.getEpochSecond();
        Key key = new Key(actor.id(), hashed(session), act, object, hour);
        Box look = new Box(box[0], box[1], box[2], box[3]);
        Seen seen = open.get(key);
        if (seen == null) {
            seen = open.computeIfAbsent(key, opened -> opened(opened, look, now));
            closeBefore(hour);
        }
        seen.add(look);
        if (seen.isDue(now)) writeDown(seen);
    }

    private Seen opened(Key key, Box look, Instant now) {
        Seen seen = new Seen(look, now);
        own.add(seen.id);
        Instant hour = Instant.ofEpochSecond(key.hour());
        transaction.executeWithoutResult(status -> {
            proof.append(new ProofAct(key.actor(), key.act(), key.text(), null).on(look));
            rows.add(new OpenViewings.Row(seen.id, key.actor(), key.act(), key.text(), hour, 1, look));
        });
        return seen;
    }

    /** What is not written now is written in a minute. */
    private void writeDown(Seen seen) {
        try {
            transaction.executeWithoutResult(status -> rows.seen(seen.id, seen.count(), seen.box()));
        } catch (RuntimeException e) {
            log.warn("a viewing's count is not written yet", e);
        }
    }

    private void closeBefore(long hour) {
        open.forEach((key, seen) -> {
            if (key.hour() < hour && open.remove(key, seen)) closeOrKeep(key, seen);
        });
    }

    /** What cannot be closed now is closed with the next that opens; whoever looks now has an entry already. */
    private void closeOrKeep(Key key, Seen seen) {
        try {
            close(seen.id, key.actor(), key.act(), key.text() + " count " + seen.count(), seen.box());
        } catch (RuntimeException e) {
            open.put(key, seen);
            log.warn("a viewing is not closed yet", e);
        }
    }

    private void close(UUID id, String who, String act, String object, Box box) {
        String ground = String.format(
                Locale.ROOT, " box %.4f %.4f %.4f %.4f", box.west(), box.south(), box.east(), box.north());
        transaction.executeWithoutResult(status -> {
            if (rows.remove(id)) proof.append(new ProofAct(who, act + "-end", object + ground, null).on(box));
        });
        own.remove(id);
    }

    /** What a killed process left open. */
    @EventListener(ApplicationReadyEvent.class)
    void closeLeft() {
        Instant longOver = clock.now().minus(LONG_OVER);
        for (OpenViewings.Row row : rows.listLeft(longOver)) {
            if (own.contains(row.id())) continue;
            log.warn("a viewing that was not closed: {} of {}", row.object(), row.hour());
            close(
                    row.id(),
                    row.actor(),
                    row.act(),
                    row.object() + " unfinished, count at least " + row.looks(),
                    row.box());
        }
    }

    @PreDestroy
    void closeAll() {
        closeBefore(Long.MAX_VALUE);
    }

    private static String hashed(String session) {
        return HashKind.SHA_256.plain(session.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
