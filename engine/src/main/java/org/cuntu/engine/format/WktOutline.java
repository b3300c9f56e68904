package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Well-known text as tables hold it, with Z, M and curves, an {@code SRID=4490;} before it. {@code POLYGON Z},
 * {@code POLYGONZ} and a third number without a word are all taken as written.
 */
final class WktOutline {
    /** The text is no well-known text; where it stops being one, as a 1-based column. */
    static final class Damaged extends Exception {
        final int column;

        Damaged(int column) {
            super("column " + column);
            this.column = column;
        }
    }

    private static final List<String> DIMENSIONS = List.of("ZM", "Z", "M");
    private static final int DEEPEST = 16;
    private static final double FARTHEST = 1e10;

    private final String text;
    private final double tolerance;
    private final VertexBudget budget;
    private final Outline outline;
    private int at;
    private int srid;

    private WktOutline(String text, Dimension wanted, double tolerance, VertexBudget budget) {
        this.text = text;
        this.outline = new Outline(wanted);
        this.tolerance = tolerance;
        this.budget = budget;
    }

    /** @param wanted what features are to be made of */
    static Outline read(String text, Dimension wanted, double tolerance, VertexBudget budget) throws Damaged {
        WktOutline reader = new WktOutline(text, wanted, tolerance, budget);
        reader.sridBefore();
        reader.geometry(0);
        reader.blanks();
        if (reader.at < text.length()) throw new Damaged(reader.at + 1);
        return reader.outline;
    }

    /** The number of {@code SRID=…;} before the text; 0 when there is none. */
    static int srid(String text) {
        WktOutline reader = new WktOutline(text, Dimension.AREA, 1, new VertexBudget("", 0));
        reader.sridBefore();
        return reader.srid;
    }

    private void sridBefore() {
        blanks();
        if (!text.regionMatches(true, at, "SRID=", 0, 5)) return;
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > 12 || !text.substring(at + 5, end).strip().matches("[0-9]{1,6}")) return;
        srid = Integer.parseInt(text.substring(at + 5, end).strip());
        at = end + 1;
    }

    private void geometry(int depth) throws Damaged {
        if (depth > DEEPEST) throw damaged();
        String type = word();
        boolean empty = dimensionOrEmpty();
        String bare = bare(type);
        note(type.substring(bare.length()));
        if (empty) return;
        Dimension dimension = dimension(bare);
        if (dimension != null && !outline.wants(dimension)) strange(bare);
        else
            switch (bare) {
                case "POLYGON", "TRIANGLE" -> outline.polygon(rings());
                case "MULTIPOLYGON" -> list(() -> outline.polygon(rings()));
                case "CURVEPOLYGON" -> outline.polygon(curvedRings(depth));
                case "MULTISURFACE" -> list(() -> surface(depth));
                case "GEOMETRYCOLLECTION" -> list(() -> geometry(depth + 1));
                case "LINESTRING", "CIRCULARSTRING", "COMPOUNDCURVE" -> outline.line(curveOf(bare, depth));
                case "MULTILINESTRING", "MULTICURVE" -> list(() -> outline.line(curve(depth + 1)));
                case "POINT", "MULTIPOINT" -> list(this::onePoint);
                case "POLYHEDRALSURFACE", "TIN" -> strange(bare);
                default -> throw damaged();
            }
    }

    /** Null: a collection, what is never read, or no kind at all. */
    private static @Nullable Dimension dimension(String bare) {
        return switch (bare) {
            case "POINT", "MULTIPOINT" -> Dimension.POINT;
            case "LINESTRING", "MULTILINESTRING", "CIRCULARSTRING", "COMPOUNDCURVE", "MULTICURVE" -> Dimension.LINE;
            case "POLYGON", "TRIANGLE", "MULTIPOLYGON", "CURVEPOLYGON", "MULTISURFACE" -> Dimension.AREA;
            default -> null;
        };
    }

    /** Of a list of points each may stand in parentheses of its own. */
    private void onePoint() throws Damaged {
        boolean own = next('(');
        outline.points.add(point());
        if (own) expect(')');
    }

    /** The type without a dimension that is joined to it. */
    private static String bare(String type) {
        for (String dimension : DIMENSIONS)
            if (type.length() > dimension.length() && type.endsWith(dimension))
                return type.substring(0, type.length() - dimension.length());
        return type;
    }

    /** Nothing after it is looked at: the feature is refused whatever it is. */
    private void strange(String kind) {
        outline.strange(kind);
        at = text.length();
    }

    private void surface(int depth) throws Damaged {
        blanks();
        if (at < text.length() && text.charAt(at) == '(') outline.polygon(rings());
        else geometry(depth + 1);
    }

    /** Takes {@code Z}, {@code M} or {@code ZM}; whether EMPTY follows. */
    private boolean dimensionOrEmpty() throws Damaged {
        blanks();
        int from = at;
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            String next = word();
            if (next.equals("EMPTY")) return true;
            if (!DIMENSIONS.contains(next)) {
                at = from;
                throw damaged();
            }
            note(next);
            return dimensionOrEmpty();
        }
        return false;
    }

    private void note(String dimension) {
        outline.z |= dimension.contains("Z");
        outline.m |= dimension.contains("M");
    }

    private interface Item {
        void read() throws Damaged;
    }

    private void list(Item item) throws Damaged {
        expect('(');
        do {
            budget.add(1);
            item.read();
            if (outline.strange != null) return;
            blanks();
        } while (next(','));
        expect(')');
    }

    private List<List<Coordinate>> rings() throws Damaged {
        List<List<Coordinate>> rings = new ArrayList<>();
        list(() -> rings.add(points()));
        return rings;
    }

    private List<List<Coordinate>> curvedRings(int depth) throws Damaged {
        List<List<Coordinate>> rings = new ArrayList<>();
        list(() -> rings.add(curve(depth + 1)));
        return rings;
    }

    private List<Coordinate> curve(int depth) throws Damaged {
        if (depth > DEEPEST) throw damaged();
        blanks();
        if (at < text.length() && text.charAt(at) == '(') return points();
        String type = word();
        if (dimensionOrEmpty()) return List.of();
        return curveOf(type, depth);
    }

    private List<Coordinate> curveOf(String type, int depth) throws Damaged {
        return switch (type) {
            case "LINESTRING" -> points();
            case "CIRCULARSTRING" -> {
                outline.curved = true;
                yield ArcStroke.of(points(), tolerance, budget);
            }
            case "COMPOUNDCURVE" -> {
                List<Coordinate> joined = new ArrayList<>();
                list(() -> WkbOutline.join(joined, curve(depth + 1)));
                yield joined;
            }
            default -> throw damaged();
        };
    }

    private List<Coordinate> points() throws Damaged {
        List<Coordinate> points = new ArrayList<>();
        list(() -> points.add(point()));
        return points;
    }

    private Coordinate point() throws Damaged {
        double x = number();
        double y = number();
        int more = 0;
        for (blanks(); at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ')'; blanks()) {
            number();
            if (++more > 2) throw damaged();
        }
        if (more > 0) outline.z |= !outline.m || more > 1;
        return new Coordinate(x, y);
    }

    private double number() throws Damaged {
        blanks();
        int from = at;
        while (at < text.length() && isOfNumber(text.charAt(at))) at++;
        if (at == from || at - from > 400) throw damaged();
        try {
            double value = Double.parseDouble(text.substring(from, at));
            if (StrictMath.abs(value) < FARTHEST) return value;
        } catch (NumberFormatException e) {
            // said below, with its place
        }
        at = from;
        throw damaged();
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    private String word() throws Damaged {
        blanks();
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
        if (at == from || at - from > 40) throw damaged();
        return text.substring(from, at).toUpperCase(Locale.ROOT);
    }

    private boolean next(char c) {
        blanks();
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void expect(char c) throws Damaged {
        if (!next(c)) throw damaged();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private Damaged damaged() {
        return new Damaged(StrictMath.min(at, text.length()) + 1);
    }
}
