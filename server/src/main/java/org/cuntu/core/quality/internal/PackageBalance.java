package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;

/**
 * What goes out comes in: in every village, township and county the book areas of the new patches are those of the replaced ones, to the
 * hundredth. Where the villages' layer has changed since the version before, the control areas alone are asked.
 *
 * @param by the patch's code of its village
 * @param levels how many digits of it are a village, a township, a county
 */
record PackageBalance(PackageGround.Fields names, String by, List<Integer> levels) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        for (int digits : levels) {
            Map<String, Long> out = new TreeMap<>();
            for (int old = 0; old < change.before().size(); old++)
                if (change.isReplaced(old)) add(out, change, change.before(), old, digits);
            Map<String, Long> in = new TreeMap<>();
            for (int fresh = 0; fresh < change.result().size(); fresh++)
                add(in, change, change.result(), fresh, digits);
            Set<String> divisions = new TreeSet<>(out.keySet());
            divisions.addAll(in.keySet());
            for (String division : divisions) {
                long was = out.getOrDefault(division, 0L);
                long is = in.getOrDefault(division, 0L);
                if (was == is) continue;
                faults.at(
                        "",
                        division,
                        PackageCheck.nowhere(
                                new Area(Math.abs(is - was)),
                                "Σ " + names.book() + " " + PackageCheck.fresh(ground) + " " + PackageCheck.metres(is),
                                "Σ " + names.book() + " " + PackageCheck.before(ground) + " "
                                        + PackageCheck.metres(was)));
            }
        }
    }

    private void add(Map<String, Long> sums, PackageGround change, Snapshot layer, int feature, int digits) {
        String code = new FeatureRow(layer).at(feature).text(by);
        String head = code.length() > digits ? code.substring(0, digits) : code;
        sums.merge(head, change.book(layer, feature), Long::sum);
    }

    @Override
    public List<String> fields() {
        return List.of(names.key(), names.book(), by);
    }
}
