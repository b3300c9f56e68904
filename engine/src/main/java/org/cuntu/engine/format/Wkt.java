package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cuntu.engine.geometry.Crs;

/**
 * The coordinate system of a .prj file: well-known text of the first version as ESRI and GDAL write it. Systems are
 * told by their figures (ellipsoid, meridian, false easting), names only tell the datum and a 3° from a 6° zone.
 */
final class Wkt {
    private static final double CGCS_FLATTENING = 298.257222101;
    private static final double WGS_FLATTENING = 298.257223563;

    /** One keyword with its values: strings, numbers and further nodes. */
    private record Node(String keyword, List<Object> values) {
        Optional<Node> find(String name) {
            return values.stream()
                    .filter(v -> v instanceof Node n && n.keyword.equals(name))
                    .map(Node.class::cast)
                    .findFirst();
        }

        String name() {
            return !values.isEmpty() && values.getFirst() instanceof String s ? s : "";
        }

        double number(int i) {
            return i < values.size() && values.get(i) instanceof Double d ? d : Double.NaN;
        }

        /** A PARAMETER by name, ignoring case and separators. */
        double parameter(String name, double otherwise) {
            return values.stream()
                    .filter(v -> v instanceof Node n
                            && n.keyword.equals("PARAMETER")
                            && bare(n.name()).equals(name))
                    .map(v -> ((Node) v).number(1))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    private final String text;
    private int at;

    private Wkt(String text) {
        this.text = text;
    }

    /** Empty when the text is no such system, or one that the platform does not know. */
    static Optional<Crs> crs(String text) {
        Object root;
        try {
            root = new Wkt(text.strip()).value(0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!(root instanceof Node node)) return Optional.empty();
        return switch (node.keyword) {
            case "GEOGCS" -> geographic(node);
            case "PROJCS" -> projected(node);
            default -> Optional.empty();
        };
    }

    /** The system's own name, for messages. */
    static String name(String text) {
        int quote = text.indexOf('"');
        int end = text.indexOf('"', quote + 1);
        String name = quote < 0 || end < 0 ? text.strip() : text.substring(quote + 1, end);
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    private static Optional<Crs> geographic(Node node) {
        Optional<Node> spheroid = node.find("DATUM").flatMap(d -> d.find("SPHEROID"));
        String datum = bare(node.find("DATUM").map(Node::name).orElse(""));
        boolean greenwich = node.find("PRIMEM").map(p -> p.number(1) == 0).orElse(true);
        boolean degrees = node.find("UNIT")
                .map(u -> StrictMath.abs(u.number(1) - 0.0174532925199433) < 1e-9)
                .orElse(true);
        if (spheroid.isEmpty() || !greenwich || !degrees || spheroid.get().number(1) != 6378137)
            return Optional.empty();
        double flattening = spheroid.get().number(2);
        if (near(flattening, CGCS_FLATTENING, 1e-8) && (datum.contains("china") || datum.contains("cgcs")))
            return Optional.of(Crs.CGCS2000);
        boolean wgs = datum.contains("wgs84") || datum.contains("wgs1984") || datum.contains("worldgeodeticsystem1984");
        return near(flattening, WGS_FLATTENING, 1e-8) && wgs ? Optional.of(Crs.WGS84) : Optional.empty();
    }

    private static Optional<Crs> projected(Node node) {
        Optional<Crs> base = node.find("GEOGCS").flatMap(Wkt::geographic);
        String method = bare(node.find("PROJECTION").map(Node::name).orElse(""));
        boolean metres = node.find("UNIT").map(u -> u.number(1) == 1).orElse(true);
        if (base.isEmpty() || !metres) return Optional.empty();
        if (base.get().equals(Crs.WGS84)) return webMercator(node, method);
        if (!method.equals("gausskruger") && !method.equals("transversemercator")) return Optional.empty();
        boolean plain = node.parameter("scalefactor", 1) == 1
                && node.parameter("latitudeoforigin", 0) == 0
                && node.parameter("falsenorthing", 0) == 0;
        return plain ? zone(node) : Optional.empty();
    }

    private static Optional<Crs> webMercator(Node node, String method) {
        boolean web = method.equals("mercatorauxiliarysphere")
                || (method.equals("mercator1sp") && bare(node.name()).contains("pseudomercator"));
        boolean plain = node.parameter("falseeasting", 0) == 0
                && node.parameter("falsenorthing", 0) == 0
                && node.parameter("centralmeridian", 0) == 0;
        return web && plain ? Optional.of(Crs.WEB_MERCATOR) : Optional.empty();
    }

    private static Optional<Crs> zone(Node node) {
        double meridian = node.parameter("centralmeridian", Double.NaN);
        double falseEasting = node.parameter("falseeasting", Double.NaN);
        double prefix = (falseEasting - 500_000) / 1_000_000;
        if (Double.isNaN(meridian) || meridian % 3 != 0 || prefix < 0 || prefix % 1 != 0) return Optional.empty();
        int narrow = (int) (meridian / 3);
        int wide = (int) ((meridian + 3) / 6);
        boolean isWide = meridian % 6 == 3;
        if (prefix == 0) {
            boolean sixDegrees = isWide && !bare(node.name()).contains("3degree");
            return sixDegrees ? known(wide, 6, false) : known(narrow, 3, false);
        }
        if (prefix == narrow) return known(narrow, 3, true);
        return isWide && prefix == wide ? known(wide, 6, true) : Optional.empty();
    }

    private static Optional<Crs> known(int zone, int width, boolean prefixed) {
        try {
            return Optional.of(Crs.zone(zone, width, prefixed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean near(double one, double other, double by) {
        return StrictMath.abs(one - other) <= by;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private Object value(int depth) {
        if (depth > 20) throw new IllegalArgumentException("too deep");
        blanks();
        if (at >= text.length()) throw new IllegalArgumentException("ends early");
        if (text.charAt(at) == '"') return quoted();
        int from = at;
        while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(from, at).strip();
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) return node(word, depth);
        if (word.isEmpty()) throw new IllegalArgumentException("nothing at " + at);
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            return word;
        }
    }

    private Node node(String keyword, int depth) {
        List<Object> values = new ArrayList<>();
        do {
            at++;
            values.add(value(depth + 1));
            blanks();
        } while (at < text.length() && text.charAt(at) == ',');
        if (at >= text.length() || (text.charAt(at) != ']' && text.charAt(at) != ')'))
            throw new IllegalArgumentException("no end of " + keyword);
        at++;
        return new Node(keyword.toUpperCase(Locale.ROOT), values);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) throw new IllegalArgumentException("no end of quotes");
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }
}
