package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.planning.PlotStatus;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.Matrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.springframework.stereotype.Component;

/**
 * Measures the coverage: the engine's matrix of the ground to be planned, by township, with the approved plots. Plots are disjoint by
 * the register; where they overlap beyond contracts 3 the township does not answer.
 */
@Component
class CoverageMaking {
    private static final double OVERLAP = 1.0;
    private static final double OVERLAP_SHARE = 1e-6;

    private final PlotsFile file;

    CoverageMaking(PlotsFile file) {
        this.file = file;
    }

    /** A township's ground, whole 0.01 m². @param township empty: outside every one */
    record Leaf(String township, long covered, long uncovered, long unanswered) {}

    /** In the order of the townships' codes; together F of the whole, rounded once. */
    List<Leaf> of(Snapshot boundary, Snapshot plots, Snapshot townships) {
        CoverageGround ground = new CoverageGround(boundary, file.planned(), townships, null);
        Map<String, double[]> towns = new TreeMap<>();
        double inside = 0;
        if (ground.size() > 0) {
            MatrixSide rows = MatrixSide.of(ground).by(CoverageGround.TOWNSHIP);
            MatrixSide approved = MatrixSide.of(plots)
                    .where((snapshot, feature) ->
                            file.status(PlotRecord.text(snapshot, feature, "GHZT")) == PlotStatus.APPROVED);
            Matrix matrix = LayerMatrix.of(rows, approved, Effort.allCores());
            double[] covered = new double[matrix.rows().size()];
            for (Matrix.Cell cell : matrix.cells()) covered[cell.row()] += cell.integral();
            for (int i = 0; i < covered.length; i++) {
                Matrix.Group row = matrix.rows().get(i);
                inside += row.integral();
                towns.put(String.valueOf(row.key().values().getFirst()), parts(row, covered[i]));
            }
        }
        if (ground.whole() - inside >= GroundShapes.TOUCH) towns.put("", new double[] {0, 0, ground.whole() - inside});
        return apportioned(towns, ground.whole());
    }

    private static double[] parts(Matrix.Group row, double covered) {
        double outside = StrictMath.max(0, row.outside());
        double rest = row.rest();
        boolean overlaps = rest < -OVERLAP || rest < -OVERLAP_SHARE * row.integral() && rest < -GroundShapes.TOUCH;
        if (overlaps) return new double[] {0, 0, row.integral()};
        return new double[] {rest < 0 ? covered + rest : covered, StrictMath.max(0, rest), outside};
    }

    private static List<Leaf> apportioned(Map<String, double[]> towns, double whole) {
        double[] flat = new double[3 * towns.size()];
        int n = 0;
        double sum = 0;
        for (double[] parts : towns.values())
            for (double part : parts) {
                flat[n++] = StrictMath.max(0, part);
                sum += StrictMath.max(0, part);
            }
        long total = sum > 0 ? Area.ofSquareMetres(whole).hundredths() : 0;
        long[] figures = Apportionment.apportion(flat, total);
        List<Leaf> leaves = new ArrayList<>();
        n = 0;
        for (String town : towns.keySet()) leaves.add(new Leaf(town, figures[n++], figures[n++], figures[n++]));
        return leaves;
    }
}
