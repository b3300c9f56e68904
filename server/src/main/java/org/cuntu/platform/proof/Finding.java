package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.Problem;

/**
 * What a check found wrong.
 *
 * @param kind what was done
 * @param from number of the first entry that is concerned, or the total of the head
 * @param to the last number that may be concerned; as from when it is known exactly
 * @param detail a short text for the sentence: an act, a key
 */
public record Finding(Kind kind, long from, long to, String detail) {
    /** What can be wrong, in the order of weight; each with the code of its sentences. */
    public enum Kind {
        /** An entry's content does not fit its leaf. */
        ENTRY_CHANGED("proof.entry-changed"),
        /** An entry is missing between others. */
        ENTRY_DROPPED("proof.entry-dropped"),
        /** Entries are in another order than they were signed in. */
        ENTRY_REORDERED("proof.entry-reordered"),
        /** The entries up to here are others than were signed: one was changed and its leaf with it. */
        ENTRY_NOT_AS_SIGNED("proof.entry-not-as-signed"),
        /** The end is missing: a head covers more entries than there are. */
        LOG_CUT("proof.log-cut"),
        /** A witness holds another root: the log was written anew. */
        LOG_REWRITTEN("proof.log-rewritten"),
        /** A head whose signature is not its key's. */
        HEAD_FORGED("proof.head-forged"),
        /** A head signed by a key that nobody vouches for. */
        HEAD_OTHER_KEY("proof.head-other-key"),
        /** No signed head covers the entries. */
        HEAD_MISSING("proof.head-missing"),
        /** A tree begins without the root of the one before. */
        EPOCH_BROKEN("proof.epoch-broken"),
        /** The witness, or a part of the file, speaks of another log. */
        OTHER_LOG("proof.other-log"),
        /** The paper is not the one that the entry names. */
        PAPER_CHANGED("proof.paper-changed"),
        /** The path of an entry does not lead to the head. */
        PATH_BROKEN("proof.path-broken");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    static Finding at(Kind kind, long index) {
        return new Finding(kind, index, index, "");
    }

    /** Its sentences; numbers are those of the log, from 0. */
    public Problem problem() {
        List<Object> args = new ArrayList<>(List.of("index", Long.toString(from), "detail", detail));
        args.addAll(List.of("range", from == to ? Long.toString(from) : from + "–" + to));
        return Problem.refused(kind.code, Problem.Place.UNKNOWN, args.toArray());
    }
}
