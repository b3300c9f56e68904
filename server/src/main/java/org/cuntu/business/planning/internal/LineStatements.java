package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.business.planning.AreaLedger.Measure;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.KeyPart;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.Matrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of a line lies in each county, by class: the matrix of its version with the townships. Leaves are apportioned once to
 * the whole; what is printed are sums of leaves. Kept for the versions that were asked last.
 */
@Component
class LineStatements {
    private static final int KEPT = 32;

    /** Ground of a class in a county. */
    record Place(String county, String code) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = county.compareTo(other.county);
            return order != 0 ? order : code.compareTo(other.code);
        }
    }

    private final Map<String, Map<Place, Area>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Place, Area>> eldest) {
            return size() > KEPT;
        }
    };

    /** By place; empty without a version. */
    Map<Place, Area> of(ControlLine line, @Nullable Snapshot version, Counties counties, Measure measure) {
        if (version == null) return Map.of();
        String key = version.hash() + counties.snapshot().map(Snapshot::hash).orElse("") + measure;
        synchronized (kept) {
            Map<Place, Area> found = kept.get(key);
            if (found != null) return found;
        }
        Map<Place, Area> made = make(line, version, counties, measure);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }

    private static Map<Place, Area> make(ControlLine line, Snapshot version, Counties counties, Measure measure) {
        List<KeyPart> keys = new ArrayList<>();
        if (line.classField() != null) keys.add(KeyPart.of(line.classField()));
        String ratio = line.fields().ratio();
        if (ratio != null) keys.add(KeyPart.of(ratio));
        MatrixSide rows = MatrixSide.of(version).by(keys.toArray(KeyPart[]::new));
        TreeMap<Place, Double> leaves = new TreeMap<>();
        Optional<Snapshot> townships = counties.snapshot();
        if (townships.isEmpty()) {
            Matrix own = LayerMatrix.of(rows, rows, Effort.allCores());
            for (Matrix.Group row : own.rows()) add(leaves, line, row, "", row.integral(), measure);
        } else {
            MatrixSide columns = MatrixSide.of(townships.get()).by(KeyPart.first(Counties.DIGITS, Counties.FIELD));
            Matrix matrix = LayerMatrix.of(rows, columns, Effort.allCores());
            for (Matrix.Cell cell : matrix.cells())
                add(
                        leaves,
                        line,
                        matrix.rows().get(cell.row()),
                        String.valueOf(matrix.columns()
                                .get(cell.column())
                                .key()
                                .values()
                                .getFirst()),
                        cell.integral(),
                        measure);
            for (Matrix.Group row : matrix.rows())
                if (row.outside() + row.rest() >= GroundShapes.TOUCH)
                    add(leaves, line, row, "", row.outside() + row.rest(), measure);
        }
        return apportioned(leaves);
    }

    private static void add(
            TreeMap<Place, Double> leaves,
            ControlLine line,
            Matrix.Group row,
            String county,
            double integral,
            Measure measure) {
        List<@Nullable Object> values = row.key().values();
        Object code = line.classField() == null ? null : values.getFirst();
        Object ratio = line.fields().ratio() == null ? null : values.getLast();
        double share = measure == Measure.NET ? 1 - ratio(ratio) : 1;
        leaves.merge(new Place(county, code == null ? "" : code.toString()), integral * share, Double::sum);
    }

    /** A deduction ratio: none, or one that makes no sense, takes nothing off. */
    static double ratio(@Nullable Object value) {
        double ratio = value instanceof BigDecimal decimal ? decimal.doubleValue() : 0;
        return ratio > 0 && ratio < 1 ? ratio : 0;
    }

    private static Map<Place, Area> apportioned(TreeMap<Place, Double> leaves) {
        double[] parts = new double[leaves.size()];
        double sum = 0;
        int n = 0;
        for (double leaf : leaves.values()) {
            parts[n] = StrictMath.max(0, leaf);
            sum += parts[n++];
        }
        List<Area> areas = Apportionment.areas(parts, Area.ofSquareMetres(sum));
        Map<Place, Area> found = new TreeMap<>();
        n = 0;
        for (Place place : leaves.keySet()) found.put(place, areas.get(n++));
        return found;
    }
}
