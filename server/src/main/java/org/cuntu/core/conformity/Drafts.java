package org.cuntu.core.conformity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of an account (草稿). Every write is one transaction with its entry of the proof log. A draft of somebody else
 * does not exist. Thread safe.
 */
public interface Drafts {
    /** An account has at most so many. */
    int MOST = 200;

    /** Notes what was done with a draft, inside the transaction. */
    interface Proof {
        void note(String owner, String verb, String draft, @Nullable String digest);
    }

    /** Newest first. */
    List<Draft.Line> list(String owner);

    Optional<Draft> find(String owner, String id);

    /** @throws org.cuntu.engine.problem.InputRefused {@code draft.too-many} */
    Draft add(String owner, Draft.Content content);

    /**
     * Saves over a version.
     *
     * @throws DraftChanged when the draft has another version by now; nothing is written
     * @throws org.cuntu.engine.problem.InputRefused {@code draft.unknown}
     */
    Draft save(String owner, String id, int version, Draft.Content content);

    /** As {@link #save}, its name alone. */
    Draft rename(String owner, String id, int version, String name);

    /** As {@link #save}, but it is gone. */
    void remove(String owner, String id, int version);
}
