package org.cuntu.engine.layer;

/**
 * What a snapshot takes in.
 *
 * @param dimension what its features are made of; a feature of another kind refuses the layer
 * @param keepsInvalid whether empty and invalid polygons are kept and named ({@link Defect}) instead of refusing the layer
 */
public record Intake(Dimension dimension, boolean keepsInvalid) {
    public Intake {
        if (keepsInvalid && dimension != Dimension.AREA)
            throw new IllegalArgumentException("only polygons are kept when they are invalid");
    }

    /** Valid polygons alone: what a city's register takes. */
    public static final Intake STRICT = new Intake(Dimension.AREA, false);

    /** Polygons as they are delivered, with whatever is wrong with them. */
    public static final Intake AS_DELIVERED = new Intake(Dimension.AREA, true);

    public static final Intake LINES = new Intake(Dimension.LINE, false);

    public static final Intake POINTS = new Intake(Dimension.POINT, false);
}
