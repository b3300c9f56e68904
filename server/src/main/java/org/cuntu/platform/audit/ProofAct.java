package org.cuntu.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * An act that leaves its row in the proof log.
 *
 * @param actor who: the account's id, or {@code local} for the home's owner on this machine
 * @param act what, {@code module:noun:verb}, for example {@code onemap:snapshot:release}
 * @param object on what: an id or a name
 * @param digest SHA-256 of the object's content after the act, hexadecimal; null when it has none
 */
public record ProofAct(
        String actor, String act, String object, @Nullable String digest) {
    public ProofAct {
        if (!act.matches("[a-z]+:[a-z-]+:[a-z-]+")) throw new IllegalArgumentException("not module:noun:verb: " + act);
    }
}
