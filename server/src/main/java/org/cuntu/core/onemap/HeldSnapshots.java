package org.cuntu.core.onemap;

import java.util.Set;

/** A module's say on which snapshot files without a release are still needed (contracts 8); a bean. */
public interface HeldSnapshots {
    /** Hashes of snapshots that must not be removed as orphans, however old. */
    Set<String> listHeld();
}
