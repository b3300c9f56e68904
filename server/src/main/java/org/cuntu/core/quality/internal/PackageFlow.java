package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;

/**
 * The flow table of a yearly change package is the ground's: each old patch × new patch, balanced within the new one to its book area,
 * and what they come to class by class; the classes said are those of the patches.
 *
 * @param type the patch's class
 * @param from the class before, in the process layer
 * @param to the class after
 * @param within hundredths by which a cell may differ
 * @param above m² by which the drawn ground may differ
 */
record PackageFlow(PackageGround.Fields names, String type, String from, String to, long within, double above)
        implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        Map<Long, PackageGround.Piece> left = new HashMap<>();
        for (PackageGround.Piece piece : change.pieces()) left.put(pair(piece.old(), piece.fresh()), piece);
        Map<String, Long> balanced = new TreeMap<>();
        Map<String, Long> told = new TreeMap<>();
        FeatureRow row = new FeatureRow(change.process());
        for (PackageGround.Said said : change.said()) {
            int old = change.was(said.old());
            int fresh = change.is(said.fresh());
            if (old < 0 || fresh < 0) continue;
            row.at(said.row());
            told.merge(row.text(from) + " → " + row.text(to), hundredths(said.area()), Long::sum);
            classes(change, said, old, fresh, row, faults);
            PackageGround.Piece piece = left.remove(pair(old, fresh));
            area(change, said, piece == null ? new PackageGround.Piece(old, fresh, 0, 0) : piece, faults);
        }
        left.values().stream()
                .filter(piece -> piece.area() > within)
                .forEach(piece -> faults.at(
                        change.key(change.result(), piece.fresh()),
                        change.key(change.before(), piece.old()),
                        PackageCheck.ground(
                                change.result(),
                                piece.fresh(),
                                null,
                                piece.integral(),
                                names.area() + " –",
                                names.area() + " " + PackageCheck.metres(piece.area()))));
        for (PackageGround.Piece piece : change.pieces())
            balanced.merge(
                    of(change.before(), piece.old()) + " → " + of(change.result(), piece.fresh()),
                    piece.area(),
                    Long::sum);
        cells(told, balanced, faults);
    }

    private static long pair(int old, int fresh) {
        return (long) old << 32 | fresh;
    }

    private String of(Snapshot layer, int feature) {
        return new FeatureRow(layer).at(feature).text(type);
    }

    private void classes(
            PackageGround change, PackageGround.Said said, int old, int fresh, FeatureRow row, FeatureFaults faults) {
        String is = row.text(from) + " → " + row.text(to);
        String should = of(change.before(), old) + " → " + of(change.result(), fresh);
        if (!is.equals(should))
            faults.at(said.fresh(), said.old(), PackageCheck.whole(change.process(), said.row(), is, should));
    }

    private void area(PackageGround change, PackageGround.Said said, PackageGround.Piece piece, FeatureFaults faults) {
        if (Math.abs(hundredths(said.area()) - piece.area()) > within)
            faults.at(
                    said.fresh(),
                    said.old(),
                    PackageCheck.ground(
                            change.process(),
                            said.row(),
                            null,
                            StrictMath.abs(said.area().doubleValue() - piece.area() / 100.0),
                            names.area() + " " + said.area().toPlainString(),
                            names.area() + " " + PackageCheck.metres(piece.area())));
        else if (StrictMath.abs(said.integral() - piece.integral()) > above)
            faults.at(
                    said.fresh(),
                    said.old(),
                    PackageCheck.ground(
                            change.process(),
                            said.row(),
                            null,
                            StrictMath.abs(said.integral() - piece.integral()),
                            "F " + Area.ofSquareMetres(said.integral()),
                            "F " + Area.ofSquareMetres(piece.integral())));
    }

    /** Where no row is wrong by more than may be, their sum can be. */
    private void cells(Map<String, Long> told, Map<String, Long> balanced, FeatureFaults faults) {
        Stream.concat(told.keySet().stream(), balanced.keySet().stream())
                .distinct()
                .sorted()
                .forEach(cell -> {
                    long is = told.getOrDefault(cell, 0L);
                    long should = balanced.getOrDefault(cell, 0L);
                    if (Math.abs(is - should) > within)
                        faults.at(
                                "",
                                cell,
                                PackageCheck.nowhere(
                                        new Area(Math.abs(is - should)),
                                        cell + " " + PackageCheck.metres(is),
                                        PackageCheck.metres(should)));
                });
    }

    private static long hundredths(BigDecimal area) {
        return area.movePointRight(2)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Override
    public List<String> fields() {
        return List.of(names.key(), names.book(), type);
    }
}
