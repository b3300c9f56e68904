package org.cuntu.core.conformity;

import java.util.Arrays;
import java.util.List;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The overlay as the kernel needs it: a plot is prepared once, then meets every layer. Thread safe. */
public interface Cutter {
    /** The engine's overlay. */
    static Cutter engine() {
        return new EngineCutter();
    }

    /** Prepares a plot, EPSG:4490. */
    Plot prepare(Geometry geodetic);

    /** A prepared plot. Thread safe. */
    interface Plot {
        /** F of the plot, m². */
        double integral();

        /** What of a layer lies in the plot. */
        LayerCut cut(Snapshot snapshot);

        /** The pieces of {@link #cut} alone. */
        default List<Piece> pieces(Snapshot snapshot) {
            return cut(snapshot).pieces();
        }

        /**
         * The pieces that these patches have in the part of a zone that lies in the plot; others may be among them.
         *
         * @param zone the feature's number in {@code zones}
         * @param patches ascending
         */
        default List<Piece> pieces(Snapshot zones, int zone, Snapshot ground, int[] patches) {
            Plot part = part(zones, zone);
            return part == null ? List.of() : part.pieces(ground);
        }

        /**
         * The zone in which each of some patches lies whole, wherever the plot's boundary cuts them.
         *
         * @param patches of {@code ground}
         * @return a feature's number in {@code plan}; -1 where a patch lies in several zones, or it is not known
         */
        default int[] zones(Snapshot ground, int[] patches, Snapshot plan) {
            int[] zones = new int[patches.length];
            Arrays.fill(zones, -1);
            return zones;
        }

        /** F of what these features of a layer occupy in the plot together, counted once, m². */
        double union(Snapshot snapshot, int[] features);

        /** The part of one feature that lies in the plot, prepared as a plot; null when they have no ground in common. */
        @Nullable
        Plot part(Snapshot snapshot, int feature);

        /** The outline of the part of one feature that lies in the plot, EPSG:4490. */
        Geometry outline(Snapshot snapshot, int feature);

        /** The outline of the part of the plot that lies in the layer's coverage, EPSG:4490. */
        Geometry inside(Snapshot snapshot);
    }
}
