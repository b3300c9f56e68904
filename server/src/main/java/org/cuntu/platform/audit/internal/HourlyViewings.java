package org.cuntu.platform.audit.internal;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.MerkleTree;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.home.CityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Open viewings in memory; those of a past hour are closed when the next one opens, all when the process stops. */
@Component
class HourlyViewings implements Viewings {
    private static final Logger log = LoggerFactory.getLogger(HourlyViewings.class);

    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final Map<Key, Seen> open = new ConcurrentHashMap<>();

    HourlyViewings(ProofLog proof, CurrentActor actor, CityClock clock, PlatformTransactionManager transactions) {
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        // of its own: that somebody looked stays true when the transaction around it is rolled back
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Key(String actor, String session, String act, String object, long hour) {}

    private static final class Seen {
        private long count;
        private final double[] box = {180, 90, -180, -90};

        synchronized void add(double[] more) {
            count++;
            box[0] = Math.min(box[0], more[0]);
            box[1] = Math.min(box[1], more[1]);
            box[2] = Math.max(box[2], more[2]);
            box[3] = Math.max(box[3], more[3]);
        }

        synchronized String text() {
            return String.format(
                    Locale.ROOT, "count %d box %.4f %.4f %.4f %.4f", count, box[0], box[1], box[2], box[3]);
        }
    }

    @Override
    public void note(String act, String session, String object, double[] box) {
        long hour = clock.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        Key key = new Key(actor.id(), hashed(session), act, object, hour);
        Seen seen = open.get(key);
        if (seen == null) {
            seen = open.computeIfAbsent(key, this::opened);
            closeBefore(hour);
        }
        seen.add(box);
    }

    private Seen opened(Key key) {
        append(key, key.act(), key.object() + " session " + key.session());
        return new Seen();
    }

    private void closeBefore(long hour) {
        open.forEach((key, seen) -> {
            if (key.hour() < hour && open.remove(key, seen)) closeOrKeep(key, seen);
        });
    }

    /** What cannot be closed now is closed with the next that opens; whoever looks now has an entry already. */
    private void closeOrKeep(Key key, Seen seen) {
        try {
            close(key, seen);
        } catch (RuntimeException e) {
            open.put(key, seen);
            log.warn("a viewing is not closed yet", e);
        }
    }

    private void close(Key key, Seen seen) {
        append(key, key.act() + "-end", key.object() + " session " + key.session() + " " + seen.text());
    }

    private void append(Key key, String act, String object) {
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(key.actor(), act, object, null)));
    }

    @PreDestroy
    void closeAll() {
        closeBefore(Long.MAX_VALUE);
    }

    private static String hashed(String session) {
        return HexFormat.of()
                .formatHex(MerkleTree.leaf(session.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 12);
    }
}
