package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.PatchCut;
import org.cuntu.engine.matrix.Watch;
import org.cuntu.engine.measure.Apportionment;

/**
 * What a yearly change package says, and what the ground says to it: the patches that it replaces, its new ones, and the new ones cut
 * with those they replace, each balanced to its book area (contracts 3). For one thread.
 */
final class PackageGround {
    private final Fields fields;
    private final CheckGround.Before before;
    private final Snapshot result;
    private final Snapshot process;
    private final KeyIndex was;
    private final KeyIndex is;
    private final boolean[] replaced;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, Double> beyond = new TreeMap<>();
    private final Map<Integer, Double> given = new TreeMap<>();

    /**
     * What a package's fields are called.
     *
     * @param key identifier of a patch
     * @param book its book area
     * @param old in the process layer the replaced patch, {@code fresh} the new one, {@code area} the ground that went from one to the
     *     other
     */
    record Fields(String key, String book, String old, String fresh, String area) {}

    /**
     * Ground that went from one patch to another.
     *
     * @param old feature of the version before
     * @param fresh feature of the result layer
     * @param integral F, m²
     * @param area of it in the new patch's book, hundredths
     */
    record Piece(int old, int fresh, double integral, long area) {}

    /**
     * Ground that the process layer says went from one patch to another: its rows of one pair.
     *
     * @param row the first of them
     * @param integral F of their shapes
     */
    record Said(String old, String fresh, int row, BigDecimal area, double integral) {}

    private PackageGround(
            Fields fields, CheckGround.Before before, Snapshot result, Snapshot process, CheckGround ground) {
        this.fields = fields;
        this.before = before;
        this.result = result;
        this.process = process;
        was = KeyIndex.of(before.layer(), fields.key(), before.of(), ground);
        is = KeyIndex.of(result, fields.key(), FeatureFilter.all(), ground);
        replaced = new boolean[before.layer().size()];
    }

    static PackageGround of(
            Fields fields, CheckGround.Before before, Snapshot result, Snapshot process, CheckGround ground) {
        PackageGround found = new PackageGround(fields, before, result, process, ground);
        FeatureRow row = new FeatureRow(process);
        for (int i = 0; i < process.size(); i++) {
            int old = found.was(row.at(i).text(fields.old()));
            if (old >= 0) found.replaced[old] = true;
        }
        LayerMatrix.of(
                MatrixSide.of(result),
                MatrixSide.of(before.layer()).where((layer, feature) -> found.replaced[feature]),
                Effort.allCores().watched(watched(ground.progress())),
                found::add);
        return found;
    }

    private static Watch watched(LayerChecks.Progress progress) {
        return new Watch() {
            @Override
            public void progress(long done, long total) {
                // the check's own progress goes on
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private void add(PatchCut cut) {
        double[] sizes = new double[cut.size() + 1];
        double rest = cut.integral();
        for (int i = 0; i < cut.size(); i++) {
            sizes[i] = cut.area(i);
            rest -= cut.area(i);
            given.merge(cut.other(i), cut.area(i), Double::sum);
        }
        sizes[cut.size()] = StrictMath.max(0, rest);
        beyond.put(cut.feature(), rest);
        long[] shares = shares(sizes, book(result, cut.feature()));
        for (int i = 0; i < cut.size(); i++) pieces.add(new Piece(cut.other(i), cut.feature(), cut.area(i), shares[i]));
    }

    private static long[] shares(double[] sizes, long book) {
        double sum = 0;
        for (double size : sizes) sum += size;
        return sum == 0 || book <= 0 ? new long[sizes.length] : Apportionment.apportion(sizes, book);
    }

    /** A patch's book area, hundredths; 0 where none is said. */
    long book(Snapshot layer, int feature) {
        BigDecimal area = new FeatureRow(layer).at(feature).number(fields.book());
        return area == null
                ? 0
                : area.movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact();
    }

    Snapshot before() {
        return before.layer();
    }

    Snapshot result() {
        return result;
    }

    Snapshot process() {
        return process;
    }

    /** The division's patch of the version before with an identifier; −1. */
    int was(String key) {
        return key.isBlank() ? -1 : was.find(key.strip());
    }

    /** The new patch with an identifier; −1. */
    int is(String key) {
        return key.isBlank() ? -1 : is.find(key.strip());
    }

    /** Whether the package takes a patch of the version before out. */
    boolean isReplaced(int old) {
        return replaced[old];
    }

    /** In the order of the new patches. */
    List<Piece> pieces() {
        return pieces;
    }

    /** By new patch the ground of it that no replaced patch had, m²; below 0 where those overlap. */
    Map<Integer, Double> beyond() {
        return beyond;
    }

    /** How much of a replaced patch's ground the new ones have, m². */
    double given(int old) {
        return given.getOrDefault(old, 0.0);
    }

    String key(Snapshot layer, int feature) {
        return new FeatureRow(layer).at(feature).text(fields.key()).strip();
    }

    /** What the process layer says, in its order, pair by pair. */
    List<Said> said() {
        Map<List<String>, Said> pairs = new LinkedHashMap<>();
        FeatureRow row = new FeatureRow(process);
        for (int i = 0; i < process.size(); i++) {
            row.at(i);
            String old = row.text(fields.old()).strip();
            String fresh = row.text(fields.fresh()).strip();
            BigDecimal area = row.number(fields.area());
            Said one = new Said(old, fresh, i, area == null ? BigDecimal.ZERO : area, process.integral(i));
            pairs.merge(
                    List.of(old, fresh),
                    one,
                    (a, b) ->
                            new Said(a.old(), a.fresh(), a.row(), a.area().add(b.area()), a.integral() + b.integral()));
        }
        return List.copyOf(pairs.values());
    }
}
