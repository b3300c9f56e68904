package org.cuntu.core.onemap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything at one point (识别): what each layer of a baseline says there, in the register's order.
 *
 * @param asOf T of the baseline
 * @param known K of the baseline; null when nothing was ever released
 */
public record PointAnswer(LocalDate asOf, @Nullable Instant known, List<Layer> layers) {
    public PointAnswer {
        layers = List.copyOf(layers);
    }

    /** What a layer says (contracts 2). */
    public enum Answer {
        CONCERNED,
        CLEAR,
        NOT_ANSWERED
    }

    /**
     * One layer at the point.
     *
     * @param snapshot the version in force, asked or not; null when there is none
     * @param reason why the layer does not answer; null when it does
     * @param features numbers of the features there, ascending, at most {@link Points#MOST_FEATURES}
     * @param found how many there are
     */
    public record Layer(
            LayerEntry entry,
            @Nullable SnapshotRef snapshot,
            Answer answer,
            @Nullable NotAnsweredReason reason,
            List<Integer> features,
            int found) {
        public Layer {
            features = List.copyOf(features);
        }
    }
}
