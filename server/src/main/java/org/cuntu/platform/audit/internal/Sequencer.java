package org.cuntu.platform.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one sequencer of the installation: it holds a lease of ten seconds, and looks for entries without a place when this
 * process wrote one, and every 200 ms for those of other nodes. Between two batches that are not full it waits a moment, so
 * that a head is signed for many entries.
 */
@Component
class Sequencer implements SmartLifecycle, Degraded {
    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEW = Duration.ofSeconds(4);
    private static final long LOOK_MILLIS = 200;
    private static final long PACE_MILLIS = 60;

    private final TreeGrowth tree;
    private final SequencerBell bell;
    private final CityClock clock;
    private final JdbcClient jdbc;
    private final String holder = UUID.randomUUID().toString();
    private final AnnouncedKeys keys;
    private final Duration alarm;
    private volatile Instant renewed = Instant.EPOCH;
    private boolean ready;
    private volatile @Nullable Thread thread;

    Sequencer(
            TreeGrowth tree,
            SequencerBell bell,
            CityClock clock,
            JdbcClient jdbc,
            AnnouncedKeys keys,
            Settings settings) {
        this.tree = tree;
        this.bell = bell;
        this.clock = clock;
        this.jdbc = jdbc;
        this.keys = keys;
        this.alarm = settings.proof().alarmAfter();
    }

    @Override
    public void start() {
        Thread made = Thread.ofPlatform().name("proof-sequencer").daemon().unstarted(this::run);
        thread = made; // before it begins: it works as long as it finds itself here
        made.start();
    }

    private void run() {
        try {
            while (thread != null) {
                bell.await(LOOK_MILLIS);
                if (tick()) Thread.sleep(PACE_MILLIS);
            }
            // those that were committed while the process was asked to stop get their places too
            tick();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** @return whether a batch was made that was not full */
    private boolean tick() {
        try {
            if (!leased()) return false;
            if (!ready) {
                keys.ensure();
                ready = true;
            }
            int done = 0;
            for (int batch = TreeGrowth.BATCH; batch >= TreeGrowth.BATCH && thread != null; done += batch)
                batch = tree.extend(holder, clock.now());
            return done > 0;
        } catch (RuntimeException | Error e) {
            // whatever one look threw, the next may go well: a log whose sequencer has ended would be found out too
            // late
            if (thread != null) log.error("incident {}: proof sequencer", UUID.randomUUID(), e);
            return false;
        }
    }

    /** Whether this node is the one that numbers; what else is done once in the installation is done here. */
    boolean holds() {
        return thread != null && clock.now().isBefore(renewed.plus(LEASE));
    }

    private boolean leased() {
        Instant now = clock.now();
        if (now.isBefore(renewed.plus(RENEW))) return true;
        int rows = jdbc.sql("""
                update lease set holder = :holder, held_until = :until
                where name = 'proof-sequencer' and (holder = :holder or held_until < :now)""")
                .param("holder", holder)
                .param("until", DbTime.of(now.plus(LEASE)))
                .param("now", DbTime.of(now))
                .update();
        if (rows == 1) renewed = now;
        return rows == 1;
    }

    private void release() {
        try {
            jdbc.sql("update lease set held_until = :now where name = 'proof-sequencer' and holder = :holder")
                    .param("now", DbTime.of(Instant.EPOCH))
                    .param("holder", holder)
                    .update();
        } catch (RuntimeException e) {
            log.debug("lease not given back", e);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        bell.ring();
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Runs before the web server listens and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Optional<String> why() {
        Instant oldest = tree.oldestWaiting();
        return Optional.ofNullable(oldest)
                .filter(at -> at.isBefore(clock.now().minus(alarm)))
                .map(at -> "proof entries without a place since " + at);
    }
}
