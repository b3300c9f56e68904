package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.ShapePair;

/**
 * What must have stayed since the version before. A first version has none before it and is not asked; where the one before cannot be
 * read, or what of it is the division's cannot be told, the rule is not answered.
 */
sealed interface VersionBefore extends WholeCheck {
    /** @param before the version before, of which those features count that are the division's */
    void look(CheckGround ground, CheckGround.Before before, FeatureFaults faults);

    @Override
    default void look(CheckGround ground, FeatureFaults faults) {
        if (ground.order().previous() == null) return;
        CheckGround.Before before = ground.before();
        if (before == null
                || fields().stream().anyMatch(field -> before.layer().schema().indexOf(field) < 0))
            faults.notAnswered(ground.layer());
        else look(ground, before, faults);
    }

    /**
     * Features that have kept their identifier and not their fields or their ground, and do not say why.
     *
     * @param kept fields that must be the same
     * @param record the field that says why they are not
     * @param above m² that may lie in one and not in the other
     */
    record ChangedUnsaid(String key, List<String> kept, String record, double above) implements VersionBefore {
        @Override
        public void look(CheckGround ground, CheckGround.Before before, FeatureFaults faults) {
            each(ground, before, key, (row, old, pair) -> {
                if (!row.isBlank(record)) return;
                for (String field : kept)
                    if (!row.text(field).equals(old.text(field)))
                        faults.fault(row.feature(), null, said(row, field), said(old, field), null);
                if (pair.moved() > above)
                    faults.fault(
                            row.feature(),
                            null,
                            "F " + metres(pair.now),
                            "F " + metres(pair.before),
                            Area.ofSquareMetres(pair.moved()));
            });
        }

        @Override
        public List<String> fields() {
            return Stream.concat(Stream.of(key, record), kept.stream()).toList();
        }
    }

    /**
     * Identifiers that stand for another place than before.
     *
     * @param share of the smaller of the two grounds that they must have in common
     */
    record IdentityReused(String key, double share) implements VersionBefore {
        @Override
        public void look(CheckGround ground, CheckGround.Before before, FeatureFaults faults) {
            each(ground, before, key, (row, old, pair) -> {
                if (pair.shared < share * StrictMath.min(pair.now, pair.before))
                    faults.fault(row.feature(), null, said(row, key), place(old), Area.ofSquareMetres(pair.shared));
            });
        }

        private static String place(FeatureRow old) {
            double[] at = CheckGround.pointIn(old.layer(), old.feature());
            return at.length == 0 ? "" : String.format(Locale.ROOT, "%.6f, %.6f", at[0], at[1]);
        }

        @Override
        public List<String> fields() {
            return List.of(key);
        }
    }

    /**
     * More features gone than a version may lose.
     *
     * @param share of the features of the version before, by their identifiers
     */
    record Vanished(String key, double share) implements VersionBefore {
        @Override
        public void look(CheckGround ground, CheckGround.Before before, FeatureFaults faults) {
            KeyIndex now = KeyIndex.of(ground.snapshot(), key, FeatureFilter.all(), ground);
            FeatureRow row = new FeatureRow(before.layer());
            long all = 0;
            long gone = 0;
            double area = 0;
            for (int feature = 0; feature < before.layer().size(); feature++) {
                if (feature % 4096 == 0) ground.goOn();
                if (!before.of().accepts(before.layer(), feature)) continue;
                String identifier = row.at(feature).text(key).strip();
                if (identifier.isEmpty()) continue;
                all++;
                if (now.find(identifier) >= 0) continue;
                gone++;
                area += before.layer().integral(feature);
            }
            if (gone > share * all)
                faults.fault(
                        FeatureFaults.LAYER,
                        null,
                        String.format(Locale.ROOT, "%d / %d = %.2f %%", gone, all, 100.0 * gone / all),
                        String.format(Locale.ROOT, "≤ %.2f %%", 100 * share),
                        Area.ofSquareMetres(area));
        }

        @Override
        public List<String> fields() {
            return List.of(key);
        }
    }

    /**
     * Sums of areas that have moved, division by division (控制面积不变).
     *
     * @param by the code of the division, of which so many digits count
     * @param within m² by which they may differ
     */
    record TotalKept(String field, String by, int digits, BigDecimal within) implements VersionBefore {
        @Override
        public void look(CheckGround ground, CheckGround.Before before, FeatureFaults faults) {
            Map<String, BigDecimal> now = sums(ground, ground.snapshot(), FeatureFilter.all());
            Map<String, BigDecimal> then = sums(ground, before.layer(), before.of());
            then.forEach((division, sum) -> {
                BigDecimal held = now.getOrDefault(division, BigDecimal.ZERO);
                BigDecimal off = held.subtract(sum).abs();
                if (off.compareTo(within) > 0)
                    faults.fault(
                            FeatureFaults.LAYER,
                            division,
                            "Σ " + field + " " + held.toPlainString(),
                            "Σ " + field + " " + sum.toPlainString(),
                            Area.ofSquareMetres(off.setScale(2, RoundingMode.HALF_UP)));
            });
        }

        private Map<String, BigDecimal> sums(CheckGround ground, Snapshot layer, FeatureFilter of) {
            Map<String, BigDecimal> sums = new TreeMap<>();
            FeatureRow row = new FeatureRow(layer);
            for (int feature = 0; feature < layer.size(); feature++) {
                if (feature % 4096 == 0) ground.goOn();
                if (!of.accepts(layer, feature)) continue;
                BigDecimal area = row.at(feature).number(field);
                String code = row.text(by);
                if (area != null && !code.isBlank())
                    sums.merge(code.length() > digits ? code.substring(0, digits) : code, area, BigDecimal::add);
            }
            return sums;
        }

        @Override
        public List<String> fields() {
            return List.of(field, by);
        }
    }

    /** The grounds of a feature now and before, m². */
    record Pair(double now, double before, double shared) {
        /** What lies in one of them and not in the other. */
        double moved() {
            return StrictMath.max(0, now + before - 2 * shared);
        }
    }

    /** Takes a feature that has kept its identifier. */
    interface Kept {
        void look(FeatureRow row, FeatureRow old, Pair pair);
    }

    private static void each(CheckGround ground, CheckGround.Before before, String key, Kept kept) {
        KeyIndex index = KeyIndex.of(before.layer(), key, before.of(), ground);
        Snapshot layer = ground.snapshot();
        FeatureRow row = new FeatureRow(layer);
        FeatureRow old = new FeatureRow(before.layer());
        ShapePair pair = new ShapePair();
        for (int feature = 0; feature < layer.size(); feature++) {
            if (feature % 4096 == 0) ground.goOn();
            String identifier = row.at(feature).text(key).strip();
            int found = identifier.isEmpty() ? -1 : index.find(identifier);
            if (found >= 0)
                kept.look(
                        row,
                        old.at(found),
                        pair(pair, layer.flat(feature), before.layer().flat(found)));
        }
    }

    private static Pair pair(ShapePair pair, FlatShape now, FlatShape before) {
        double area = now.integral();
        double old = before.integral();
        if (isSame(now, before)) return new Pair(area, old, StrictMath.min(area, old));
        pair.cut(now, before);
        return new Pair(area, old, pair.integral());
    }

    /** Whether box and area are the same to the last bit, so that nobody has drawn it anew. */
    private static boolean isSame(FlatShape now, FlatShape before) {
        for (int side = 0; side < 4; side++) if (now.box(side) != before.box(side)) return false;
        return now.integral() == before.integral();
    }

    private static String said(FeatureRow row, String field) {
        return field + " " + (row.isBlank(field) ? "–" : row.text(field));
    }

    private static String metres(double squareMetres) {
        return Area.ofSquareMetres(squareMetres).toString();
    }
}
