package org.cuntu.platform.audit.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.WitnessChannel;
import org.cuntu.platform.audit.Witnesses;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.TreeHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hands heads to witnesses, on the node that numbers, when there is a new one and the last was handed over long enough ago. What
 * was handed is read from the receipts, so a crash forgets nothing. Before a file of heads is gone on with, its last head is
 * looked for in the log: one that is not there any more is an alarm, the log was cut or written anew.
 */
@Component
class WitnessRounds implements Witnesses, SmartLifecycle, Degraded {
    private static final Logger log = LoggerFactory.getLogger(WitnessRounds.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final List<WitnessChannel> channels;
    private final Sequencer sequencer;
    private final ProofLog proof;
    private final Heads heads;
    private final KeyRing keys;
    private final Receipts receipts;
    private final ForeignHeads foreign;
    private final CityClock clock;
    private final Duration every;
    private final SequencerBell wake = new SequencerBell();
    private volatile @Nullable Thread thread;
    private volatile @Nullable String contradiction;

    WitnessRounds(
            Sequencer sequencer,
            ProofLog proof,
            Heads heads,
            KeyRing keys,
            Receipts receipts,
            ForeignHeads foreign,
            CityClock clock,
            Settings settings,
            Home home) {
        this.sequencer = sequencer;
        this.proof = proof;
        this.heads = heads;
        this.keys = keys;
        this.receipts = receipts;
        this.foreign = foreign;
        this.clock = clock;
        Settings.Witness wanted = settings.proof().witness();
        this.every = wanted.every();
        this.channels = channels(wanted, home);
    }

    private static List<WitnessChannel> channels(Settings.Witness wanted, Home home) {
        List<WitnessChannel> all = new ArrayList<>();
        if (wanted.file() != null) all.add(new FileWitness(wanted.file()));
        else if (home.lasting()) all.add(new FileWitness(home.root().resolve("witness/heads.jsonl")));
        if (!wanted.mail().host().isEmpty()) all.add(new MailWitness(wanted.mail()));
        for (String address : wanted.endpoints()) all.add(UnitWitness.of(address, wanted.allowedHosts()));
        return List.copyOf(all);
    }

    @Override
    public List<Witness> listAll() {
        return channels.stream()
                .map(channel -> new Witness(channel.kind(), channel.target()))
                .toList();
    }

    @Override
    public List<Receipt> listReceipts(int limit) {
        return receipts.listNewest(limit);
    }

    @Override
    public synchronized List<Receipt> handNow() {
        Optional<SignedHead> newest = heads.newest().filter(SignedHead::isSigned);
        return newest.map(head ->
                        channels.stream().map(channel -> hand(channel, head)).toList())
                .orElse(List.of());
    }

    private synchronized void round() {
        Optional<SignedHead> newest = heads.newest().filter(SignedHead::isSigned);
        if (newest.isEmpty()) return;
        for (WitnessChannel channel : channels) if (isDue(channel, newest.get())) hand(channel, newest.get());
    }

    private boolean isDue(WitnessChannel channel, SignedHead head) {
        Instant now = clock.now();
        Witness witness = new Witness(channel.kind(), channel.target());
        Optional<Receipt> taken = receipts.last(witness, true);
        if (taken.filter(last -> last.total() >= head.head().total()
                        || last.handedAt().plus(every).isAfter(now))
                .isPresent()) return false;
        return receipts.last(witness, false)
                .filter(last -> last.handedAt().plus(AGAIN).isAfter(now))
                .isEmpty();
    }

    private Receipt hand(WitnessChannel channel, SignedHead head) {
        Receipt receipt;
        try {
            if (channel instanceof FileWitness file) compare(file);
            ProofKey key = keys.find(head.key()).orElseThrow(() -> new IOException("no key " + head.key()));
            receipt = receipt(channel, head, true, channel.hand(head, key));
        } catch (IOException | RuntimeException e) {
            log.warn("a head was not handed to the witness {} {}", channel.kind(), channel.target(), e);
            receipt = receipt(channel, head, false, String.valueOf(e.getMessage()));
        }
        receipts.add(receipt);
        return receipt;
    }

    private Receipt receipt(WitnessChannel channel, SignedHead head, boolean taken, String said) {
        return new Receipt(
                channel.kind(),
                channel.target(),
                head.head().total(),
                head.head().root(),
                clock.now(),
                taken,
                said);
    }

    /** A head that the file holds and the log does not: somebody was at the database. */
    private void compare(FileWitness file) throws IOException {
        Optional<SignedHead> last = file.newest();
        if (last.isEmpty()) return;
        TreeHead theirs = last.get().head();
        if (!holds(theirs)) {
            contradiction = "the witness " + file.target() + " holds a head of " + theirs.total()
                    + " entries that this log does not have";
            throw new IOException(contradiction);
        }
    }

    private boolean holds(TreeHead theirs) {
        if (!theirs.log().equals(heads.log())) return false;
        boolean known = heads.find(theirs.total())
                .filter(mine -> mine.head().root().equals(theirs.root()))
                .isPresent();
        try {
            return known
                    && proof.consistency(theirs.total(), theirs.total())
                            .filter(own -> own.firstRoot().equals(theirs.root()))
                            .isPresent();
        } catch (EmptyResultDataAccessException e) {
            // an entry or a node that the head covers is not there
            return false;
        }
    }

    @Override
    public SignedReceipt keep(SignedHead head, ProofKey key) {
        return foreign.keep(head, key);
    }

    @Override
    public Optional<String> why() {
        return Optional.ofNullable(contradiction);
    }

    @Override
    public void start() {
        if (channels.isEmpty()) return;
        Thread made = Thread.ofPlatform().name("proof-witness").daemon().unstarted(this::run);
        thread = made;
        made.start();
    }

    private void run() {
        try {
            while (thread != null) {
                wake.await(LOOK_MILLIS);
                if (thread == null || !sequencer.holds()) continue;
                try {
                    round();
                } catch (RuntimeException e) {
                    if (thread != null) log.warn("witnesses", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        // never interrupted: H2 would close its file under everybody
        wake.ring();
        try {
            running.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the sequencer stops. */
    @Override
    public int getPhase() {
        return 1;
    }
}
