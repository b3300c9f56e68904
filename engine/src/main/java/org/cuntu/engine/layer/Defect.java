package org.cuntu.engine.layer;

import org.jspecify.annotations.Nullable;

/**
 * A feature of a snapshot whose outline is not what it should be (OGC 06-103r4, 6.1.11), kept all the same.
 *
 * <p>The outline stays as delivered ({@link Snapshot#delivered}). Measured is the ground that its rings run round: each ring encloses
 * what it winds round at least once, whichever way; holes are taken off their polygon; polygons of one feature are counted once
 * where they overlap. So a bow-tie has the area of both its halves, a ring drawn twice that of one, a spike none. {@link
 * Snapshot#geometry} and {@link Snapshot#integral} are those of the ground measured; it may be empty.
 *
 * @param feature the feature's number
 * @param kind what is wrong first
 * @param x longitude of the place, NaN when it has none
 * @param y latitude of the place
 */
public record Defect(int feature, Kind kind, double x, double y) {
    /** What may be wrong; in the file the number of the constant. The code is that of the problem which a strict intake reports. */
    public enum Kind {
        /** No geometry, or one without a point. */
        EMPTY("layer.empty-geometry"),
        /** The boundary crosses or touches itself: bow-ties, spikes, rings drawn twice. */
        SELF_CROSSING("layer.self-crossing"),
        HOLE_OUTSIDE("layer.hole-outside"),
        NESTED_RINGS("layer.nested-rings"),
        /** Holes cut the inside into pieces. */
        INTERIOR_SPLIT("layer.interior-split"),
        TOO_FEW_POINTS("layer.too-few-points"),
        OTHER("layer.invalid");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code of the problem whose sentences say what is wrong. */
        public String code() {
            return code;
        }

        static @Nullable Kind of(String code) {
            if (code.equals("layer.no-geometry")) return EMPTY;
            for (Kind kind : values()) if (kind.code.equals(code)) return kind;
            return null;
        }
    }

    /** Whether anything was drawn, so that it has a place. */
    public boolean hasPlace() {
        return x == x;
    }
}
