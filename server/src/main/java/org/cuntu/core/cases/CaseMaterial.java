package org.cuntu.core.cases;

import org.jspecify.annotations.Nullable;

/**
 * How a material that a case needs stands today.
 *
 * @param id of {@link MaterialNeed}
 * @param found what the platform knows of it: what it is satisfied by where SHARED; otherwise something that holds no more and keeps the
 *     case from going on; null: nothing
 */
public record CaseMaterial(String id, State state, SharedMaterials.@Nullable Shared found) {
    public enum State {
        GIVEN,
        MISSING,
        /** 容缺: comes by its day */
        DEFERRED,
        /** the platform has it, and it is in force */
        SHARED,
        /** 告知承诺 */
        PROMISED
    }

    /** Whether what the case stands on holds no more: a newer one is to be had first. */
    public boolean isLapsed() {
        return found != null && !found.isInForce();
    }
}
