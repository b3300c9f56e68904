package org.cuntu.core.quality.internal;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.math.BigDecimal;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What a yearly change package must be (survey-database.md 2.6, 8). Asked of packages alone; where the version before cannot be read, not
 * answered.
 */
interface PackageCheck extends WholeCheck {
    /** How the package's fields are called. */
    PackageGround.Fields names();

    void look(PackageGround change, CheckGround ground, FeatureFaults faults);

    @Override
    default void look(CheckGround ground, FeatureFaults faults) {
        if (ground.order().update() == null) return;
        PackageGround change = ground.change(names());
        if (change == null) faults.notAnswered(ground.layer());
        else look(change, ground, faults);
    }

    @Override
    default List<String> fields() {
        return List.of(names().key(), names().book());
    }

    /** A whole feature of one of the package's layers or of the version before, with its outline. */
    static IssueSink.What whole(Snapshot layer, int feature, @Nullable String value, @Nullable String expected) {
        return place(
                layer.geometry(feature),
                layer.flat(feature),
                Area.ofSquareMetres(layer.integral(feature)),
                value,
                expected);
    }

    /** Ground of a feature; of the whole feature when the ground is not told. */
    static IssueSink.What ground(
            Snapshot layer,
            int feature,
            @Nullable Geometry outline,
            double area,
            @Nullable String value,
            @Nullable String expected) {
        boolean told = outline != null && !outline.isEmpty();
        Geometry shown = told ? outline : layer.geometry(feature);
        return place(shown, layer.flat(feature), Area.ofSquareMetres(area), value, expected);
    }

    private static IssueSink.What place(
            Geometry outline, FlatShape flat, Area area, @Nullable String value, @Nullable String expected) {
        Point inner = outline.isEmpty() ? outline.getFactory().createPoint() : outline.getInteriorPoint();
        double[] bounds = {flat.box(WEST), flat.box(SOUTH), flat.box(EAST), flat.box(NORTH)};
        if (inner.isEmpty()) return nowhere(area, value, expected);
        return new IssueSink.What(inner.getX(), inner.getY(), bounds, area, null, value, expected, outline);
    }

    /** Of the package as a whole. */
    static IssueSink.What nowhere(@Nullable Area area, @Nullable String value, @Nullable String expected) {
        return new IssueSink.What(Double.NaN, Double.NaN, new double[0], area, null, value, expected, null);
    }

    /** What people call the version before. */
    static String before(CheckGround ground) {
        return ground.layer() + "(n-1)";
    }

    /** What people call the new patches. */
    static String fresh(CheckGround ground) {
        return ground.layer() + "GX";
    }

    /** A number of hundredths of a square metre as it is written. */
    static String metres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
