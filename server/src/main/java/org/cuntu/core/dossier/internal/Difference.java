package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What became what in a place between two versions of a layer. Of a layer without overlaps every part of the place is either
 * unchanged or in one move, and all add up to the legal area; of an overlapping layer what came and what went is listed.
 */
final class Difference {
    /** Above so many old pieces the moves are not told apart, only what each class gained or lost. */
    static final int MOST_PIECES = 600;

    /** A feature of a layer without names and classes. */
    private static final String SOME = "+";

    private static final String NONE = "";
    private static final double LEAST = 0.005;

    private final LayerEntry entry;
    private final FeatureWords words;
    private final Snapshot old;
    private final Snapshot next;

    /** @param unchanged null at a point, and where it cannot be told */
    record Found(List<Dossier.Move> moves, @Nullable String unchanged) {}

    private record Cell(String was, String is) {}

    Difference(LayerEntry entry, FeatureWords words, Snapshot old, Snapshot next) {
        this.entry = entry;
        this.words = words;
        this.old = old;
        this.next = next;
    }

    Found at(Where where) {
        return switch (where) {
            case Where.At at -> atPoint(at);
            case Where.In in when entry.schema().kind() == LayerKind.OVERLAPPING -> cameAndWent(in);
            case Where.In in -> moves(in);
        };
    }

    private Found atPoint(Where.At at) {
        List<String> was = keys(old, Points.under(old, at.lon(), at.lat()));
        List<String> is = keys(next, Points.under(next, at.lon(), at.lat()));
        if (was.equals(is)) return new Found(List.of(), null);
        return new Found(List.of(new Dossier.Move(String.join(", ", was), String.join(", ", is), null)), null);
    }

    private List<String> keys(Snapshot snapshot, List<Integer> features) {
        return features.stream().map(feature -> key(snapshot, feature)).sorted().toList();
    }

    private String key(Snapshot snapshot, int feature) {
        FeatureWords.Values values = FeatureWords.of(snapshot, feature);
        String cls = FeatureWords.cls(entry, values);
        if (!cls.isEmpty()) return cls;
        String name = words.name(entry.code(), values);
        return name.isEmpty() ? SOME : name;
    }

    private Found cameAndWent(Where.In in) {
        Map<String, Double> was = sums(old, SiteOverlay.cut(in.site(), old));
        Map<String, Double> is = sums(next, SiteOverlay.cut(in.site(), next));
        double factor = in.legal().squareMetres() / in.site().integral();
        List<Dossier.Move> moves = new ArrayList<>();
        was.forEach((key, area) -> {
            if (!is.containsKey(key)) moves.add(move(key, NONE, Area.ofSquareMetres(area * factor)));
        });
        is.forEach((key, area) -> {
            if (!was.containsKey(key)) moves.add(move(NONE, key, Area.ofSquareMetres(area * factor)));
        });
        moves.removeIf(move -> "0.00".equals(move.area()));
        return new Found(moves, null);
    }

    private Map<String, Double> sums(Snapshot snapshot, LayerCut cut) {
        Map<String, Double> sums = new TreeMap<>();
        for (Piece piece : cut.pieces())
            if (piece.integral() > LEAST) sums.merge(key(snapshot, piece.feature()), piece.integral(), Double::sum);
        return sums;
    }

    private Found moves(Where.In in) {
        LayerCut before = SiteOverlay.cut(in.site(), old);
        Map<String, Double> gained = sums(next, SiteOverlay.cut(in.site(), next));
        Map<Cell, Double> cells = new LinkedHashMap<>();
        if (before.pieces().size() > MOST_PIECES) return gainedAndLost(in, sums(old, before), gained);
        for (Piece piece : before.pieces()) {
            if (piece.integral() <= LEAST) continue;
            Geometry outline = SiteOverlay.outline(in.site(), old, piece.feature());
            if (!outline.isEmpty()) cut(Site.of(outline), key(old, piece.feature()), gained, cells);
        }
        gained.forEach((key, left) -> cells.put(new Cell(NONE, key), left));
        double rest = in.site().integral();
        for (double size : cells.values()) rest -= StrictMath.max(0, size);
        cells.put(new Cell(NONE, NONE), rest);
        return apportioned(in, cells);
    }

    /** Adds what a piece became, and takes it off what is new. */
    private void cut(Site piece, String was, Map<String, Double> gained, Map<Cell, Double> cells) {
        double rest = piece.integral();
        for (Piece part : SiteOverlay.cut(piece, next).pieces()) {
            if (part.integral() <= 0) continue;
            String is = key(next, part.feature());
            cells.merge(new Cell(was, is), part.integral(), Double::sum);
            gained.merge(is, -part.integral(), Double::sum);
            rest -= part.integral();
        }
        cells.merge(new Cell(was, NONE), rest, Double::sum);
    }

    private static Found apportioned(Where.In in, Map<Cell, Double> cells) {
        List<Cell> order = List.copyOf(cells.keySet());
        double[] sizes = new double[order.size()];
        for (int i = 0; i < sizes.length; i++) {
            double size = cells.getOrDefault(order.get(i), 0.0);
            sizes[i] = size > LEAST ? size : 0;
        }
        List<Area> areas = Apportionment.areas(sizes, in.legal());
        List<Dossier.Move> moves = new ArrayList<>();
        Area unchanged = Area.ZERO;
        for (int i = 0; i < sizes.length; i++) {
            Cell cell = order.get(i);
            if (cell.was.equals(cell.is)) unchanged = unchanged.plus(areas.get(i));
            else if (areas.get(i).isPositive()) moves.add(move(cell.was, cell.is, areas.get(i)));
        }
        moves.sort((a, b) -> size(b).compareTo(size(a)));
        return new Found(moves, unchanged.toString());
    }

    private static Found gainedAndLost(Where.In in, Map<String, Double> was, Map<String, Double> is) {
        double factor = in.legal().squareMetres() / in.site().integral();
        TreeMap<String, Double> balance = new TreeMap<>(is);
        was.forEach((key, area) -> balance.merge(key, -area, Double::sum));
        List<Dossier.Move> moves = new ArrayList<>();
        balance.forEach((key, by) -> {
            Area area = Area.ofSquareMetres(StrictMath.abs(by) * factor);
            if (area.isPositive()) moves.add(by > 0 ? move(NONE, key, area) : move(key, NONE, area));
        });
        return new Found(moves, null);
    }

    private static Dossier.Move move(String was, String is, Area area) {
        return new Dossier.Move(was, is, area.toString());
    }

    private static Area size(Dossier.Move move) {
        return move.area() == null ? Area.ZERO : Area.parse(move.area());
    }
}
