package org.cuntu.core.intake;

import java.util.List;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a layer, or a division's part of it, differs from the one before: features are matched by their key. Areas
 * are sums of F, rounded once a class; the whole is the sum of its classes.
 *
 * @param added, removed, reshaped, revalued, unchanged every feature of either version is in one of them: a feature with another
 *     outline is reshaped whether or not its values differ; its area is the later one's
 * @param classes by class code; one with the code "" when the layer has no classes
 */
public record LayerComparison(
        Count added, Count removed, Count reshaped, Count revalued, Count unchanged, List<ClassChange> classes) {
    public LayerComparison {
        classes = List.copyOf(classes);
    }

    /** Features of one kind with their area. */
    public record Count(long features, Area area) {}

    /** A class in both versions. */
    public record ClassChange(String code, Area before, Area after) {
        public Area change() {
            return after.minus(before);
        }
    }

    public Area before() {
        return classes.stream().map(ClassChange::before).reduce(Area.ZERO, Area::plus);
    }

    public Area after() {
        return classes.stream().map(ClassChange::after).reduce(Area.ZERO, Area::plus);
    }

    /** What one feature is in the later version. */
    public enum Change {
        ADDED,
        REMOVED,
        RESHAPED,
        REVALUED,
        UNCHANGED
    }

    /**
     * One feature that is not what it was.
     *
     * @param before its number in the earlier version; null when it is new
     * @param after in the later; null when it is gone
     */
    public record Changed(
            String key,
            Change change,
            @Nullable Integer before,
            @Nullable Integer after) {}
}
