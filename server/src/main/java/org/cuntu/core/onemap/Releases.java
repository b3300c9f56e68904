package org.cuntu.core.onemap;

import java.util.List;
import org.cuntu.platform.audit.ProofAct;

/** The one way in which a layer changes (contracts 4): entries of one table that are only added. Thread safe. */
public interface Releases {
    /**
     * Writes the entries together, each with a known-from later than every earlier one, under the one release lock, with a
     * proof entry each. Joins the caller's transaction.
     *
     * @param requests in the order in which they become known
     * @return in the same order
     * @throws org.cuntu.engine.problem.InputRefused when the layer is not in the register, the snapshot file is not there, a
     *     release has the in-force-from of an earlier one, or a correction, end or withdrawal has nothing to stand on
     */
    List<Released> release(List<ReleaseRequest> requests);

    /** As {@link #release(List)} for one. */
    default Released release(ReleaseRequest request) {
        return release(List.of(request)).getFirst();
    }

    /** Everything that was ever released of a layer, in the order in which it became known. */
    List<ReleaseEntry> listReleases(String layer);

    /** A written entry and the proof log's receipt for it ({@link ProofAct}). */
    record Released(ReleaseEntry entry, String leaf) {}
}
