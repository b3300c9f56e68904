package org.cuntu.core.onemap;

import java.time.LocalDate;
import java.util.UUID;

/** What is to become known of a layer. Known-from is never typed in: the release gives it. */
public sealed interface ReleaseRequest {
    String layer();

    /** In words: where the data came from, or why it is ended or withdrawn. */
    String source();

    /**
     * A new version.
     *
     * @param hash of the snapshot, whose file is there
     * @param inForceFrom first day in force; no other version of the layer has it
     * @param invented whether the data is invented
     */
    record Release(String layer, String hash, LocalDate inForceFrom, String source, boolean invented)
            implements ReleaseRequest {}

    /** A better text of a version that is there: the same in-force-from, later known. */
    record Correction(String layer, String hash, LocalDate inForceFrom, String source, boolean invented)
            implements ReleaseRequest {}

    /**
     * The layer is no longer in force from a day on, until a version with that in-force-from or a later one.
     *
     * @param inForceTo the first day no longer in force
     */
    record End(String layer, LocalDate inForceTo, String source) implements ReleaseRequest {}

    /**
     * An entry was a mistake: from now on it does not exist.
     *
     * @param entry the release, correction or end that is withdrawn
     */
    record Withdrawal(String layer, UUID entry, String source) implements ReleaseRequest {}
}
