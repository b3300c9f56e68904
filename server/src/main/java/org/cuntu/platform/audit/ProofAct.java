package org.cuntu.platform.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An act that leaves its row in the proof log.
 *
 * @param actor who: the account's id, or {@code local} for the home's owner on this machine
 * @param act what, {@code module:noun:verb}, for example {@code onemap:snapshot:release}
 * @param object on what: an id or a name; never a personal value
 * @param digest SHA-256 of the object's content after the act, hexadecimal; null when it has none
 * @param box the ground that it showed or touched; null when it has no place
 * @param personal values that may be of a person, by name ({@code typed}, {@code file}): the entry holds the hash of each with
 *     a random salt; value and salt stand beside it and can be erased. At most 500 characters each count
 */
public record ProofAct(
        String actor,
        String act,
        String object,
        @Nullable String digest,
        @Nullable Box box,
        Map<String, String> personal) {
    public ProofAct {
        if (!act.matches("[a-z]+:[a-z-]+:[a-z-]+")) throw new IllegalArgumentException("not module:noun:verb: " + act);
        personal = Map.copyOf(personal);
    }

    public ProofAct(String actor, String act, String object, @Nullable String digest) {
        this(actor, act, object, digest, null, Map.of());
    }

    /** The same act, of this ground. */
    public ProofAct on(@Nullable Box ground) {
        return new ProofAct(actor, act, object, digest, ground, personal);
    }

    /** The same act with a value that may be of a person; names are of a–z. */
    public ProofAct withPersonal(String name, String value) {
        if (!name.matches("[a-z]{1,20}")) throw new IllegalArgumentException("not a–z: " + name);
        Map<String, String> more = new TreeMap<>(personal);
        more.put(name, value.length() > 500 ? value.substring(0, 500) : value);
        return new ProofAct(actor, act, object, digest, box, more);
    }
}
