package org.cuntu.core.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a layer, or a division's part of it, differs from the one before: features are matched by their key. Areas
 * are sums of F, lengths sums of lengths on the ellipsoid, rounded once a class; the whole is the sum of its classes.
 *
 * @param added, removed, reshaped, revalued, unchanged every feature of either version is in one of them: a feature with another
 *     outline is reshaped whether or not its values differ; its extent is the later one's
 * @param classes by class code; one with the code "" when the layer has no classes
 */
public record LayerComparison(
        Count added, Count removed, Count reshaped, Count revalued, Count unchanged, List<ClassChange> classes) {
    public LayerComparison {
        classes = List.copyOf(classes);
    }

    /** Features of one kind with what they come to; stored as an area before lines and points were measured. */
    public record Count(long features, @JsonAlias("area") Extent extent) {}

    /** A class in both versions. */
    public record ClassChange(String code, Extent before, Extent after) {
        public Extent change() {
            return after.minus(before);
        }
    }

    /** What the layer is made of. */
    public Dimension dimension() {
        return added.extent().of();
    }

    public Extent before() {
        return classes.stream().map(ClassChange::before).reduce(Extent.none(dimension()), Extent::plus);
    }

    public Extent after() {
        return classes.stream().map(ClassChange::after).reduce(Extent.none(dimension()), Extent::plus);
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
