package org.cuntu.core.cases.internal;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is asked; what is null does not narrow. */
record CaseAsked(
        String view,
        @Nullable String light,
        @Nullable String step,
        @Nullable String matter,
        @Nullable String division,
        @Nullable String words,
        @Nullable String quick,
        boolean byArrival,
        int page,
        int size) {
    /** Whether it is all that waits for the caller. */
    boolean isPlainMine() {
        return view.equals("mine") && matter == null && division == null && words == null;
    }

    /** Whether what has ended can be in it: that has no step, and its light is out. */
    boolean hasEnded() {
        return !isNarrowed() && !view.equals("mine") && !view.equals("check");
    }

    boolean isNarrowed() {
        return light != null || step != null || quick != null;
    }

    /** How many there are by the figures, where one sieve alone narrows; empty: they do not say. */
    OptionalInt narrowed(CaseInbox.Figures figures) {
        if (light != null && step == null && quick == null)
            return OptionalInt.of(figures.lights().getOrDefault(light, 0));
        if (light == null && step != null && quick == null)
            return OptionalInt.of(figures.steps().getOrDefault(step, 0));
        return OptionalInt.empty();
    }
}
