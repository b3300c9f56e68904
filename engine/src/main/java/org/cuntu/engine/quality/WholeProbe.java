package org.cuntu.engine.quality;

import java.util.List;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/** Looks at each feature as a whole: whether it is valid, how many parts and vertices it has, whether it is a sliver. */
final class WholeProbe implements Probe {
    private final Snapshot layer;
    private final Delivered delivered;
    private final List<TopologyCheck> checks;

    WholeProbe(Snapshot layer, List<TopologyCheck> checks) {
        this.layer = layer;
        delivered = new Delivered(layer);
        this.checks = checks;
    }

    @Override
    public void look(int feature, FlatShape shape, List<TopologyFinding> found) {
        for (TopologyCheck check : checks)
            switch (check) {
                case TopologyCheck.Invalid invalid -> invalid(invalid, feature, found);
                case TopologyCheck.SinglePart single -> parts(single, feature, delivered.of(feature, shape), found);
                case TopologyCheck.Vertices vertices ->
                    vertices(vertices, feature, delivered.of(feature, shape), found);
                case TopologyCheck.Sliver sliver -> sliver(sliver, feature, shape, found);
                default -> throw new IllegalArgumentException("not of a feature as a whole: " + check);
            }
    }

    private void invalid(TopologyCheck check, int feature, List<TopologyFinding> found) {
        Defect defect = delivered.defect(feature);
        if (defect != null)
            found.add(TopologyFinding.point(
                    check,
                    feature,
                    defect.x(),
                    defect.y(),
                    Double.NaN,
                    defect.kind().ordinal()));
    }

    private void parts(TopologyCheck check, int feature, FlatShape shape, List<TopologyFinding> found) {
        Shapes shapes = shape.shapes();
        int parts = 0;
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) if (shapes.isShell(ring)) parts++;
        if (parts > 1) found.add(Places.whole(check, layer, feature, Double.NaN, Double.NaN, parts));
    }

    private void vertices(TopologyCheck.Vertices check, int feature, FlatShape shape, List<TopologyFinding> found) {
        Shapes shapes = shape.shapes();
        int first = shapes.firstRing(shape.shape());
        int end = shapes.firstRing(shape.shape() + 1);
        int vertices = shapes.firstPoint(end) - shapes.firstPoint(first) - (end - first);
        if (vertices > check.most()) found.add(Places.whole(check, layer, feature, Double.NaN, Double.NaN, vertices));
    }

    private void sliver(TopologyCheck.Sliver check, int feature, FlatShape shape, List<TopologyFinding> found) {
        double area = shape.integral();
        double perimeter = Places.perimeter(shape);
        if (!(area > 0 && perimeter > 0)) return;
        double width = 2 * area / perimeter;
        double roundness = 4 * StrictMath.PI * area / (perimeter * perimeter);
        if (width < check.width() || roundness < check.roundness())
            found.add(Places.whole(check, layer, feature, area, width, roundness));
    }
}
