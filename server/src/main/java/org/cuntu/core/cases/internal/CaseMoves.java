package org.cuntu.core.cases.internal;

import java.util.Map;
import org.cuntu.core.cases.CaseEvent;
import org.cuntu.core.cases.CaseState;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What every act leaves: its entry of the proof log, its line in the case's history, its event. Called inside the transaction that holds
 * the case.
 */
@Component
class CaseMoves {
    private final EventTable events;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final ApplicationEventPublisher publisher;

    CaseMoves(
            EventTable events,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            ApplicationEventPublisher publisher) {
        this.events = events;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.publisher = publisher;
    }

    /**
     * An act.
     *
     * @param what in capitals, for the history
     * @param verb of the entry
     * @param words shown in the history
     * @param digest SHA-256 of what it was done to; null: none
     * @param personal values that the entry holds as salted hashes alone
     */
    record Done(
            String what,
            String verb,
            @Nullable String step,
            String words,
            @Nullable String digest,
            Map<String, String> personal) {
        static Done of(String what, String verb) {
            return new Done(what, verb, null, "", null, Map.of());
        }

        Done at(@Nullable String id) {
            return new Done(what, verb, id, words, digest, personal);
        }

        /** What somebody wrote may name people: only its hash is in the log. */
        Done saying(String text) {
            return text.isEmpty() ? this : new Done(what, verb, step, text, digest, Map.of("words", text));
        }

        Done naming(@Nullable String hash) {
            return new Done(what, verb, step, words, hash, personal);
        }

        Done about(Map<String, String> values) {
            return new Done(what, verb, step, words, digest, values);
        }
    }

    /** @return the leaf */
    String note(CaseRow row, CaseState now, Done done) {
        return note(row, row.called(), now, done);
    }

    String note(CaseRow row, String called, CaseState now, Done done) {
        String object = row.id()
                + (row.number() == null && called.equals(row.name()) ? "" : " " + called)
                + (done.step() == null ? "" : " " + done.step());
        ProofAct act = new ProofAct(
                actor.id(), "cases:case:" + done.verb(), object, done.digest(), Box.of(row.box()), done.personal());
        String leaf = proof.append(act);
        events.add(row.id(), new EventTable.Row(done.what(), done.step(), actor.id(), done.words(), clock.now(), leaf));
        publisher.publishEvent(new CaseEvent(row.id(), event(done.what(), row.state(), now), now, clock.now()));
        return leaf;
    }

    /** As {@link CaseEvent} names it. */
    private static String event(String what, CaseState before, CaseState now) {
        boolean moved = before != now;
        return switch (what) {
            case "ACCEPT" -> "ACCEPTED";
            case "NOT_ACCEPT" -> "NOT_ACCEPTED";
            case "AGREE", "REFUSE" -> moved ? "DECIDED" : what;
            case "DONE" -> moved ? "ISSUED" : what;
            case "LIGHT_YELLOW", "LIGHT_RED" -> "LIGHT";
            default -> what;
        };
    }
}
