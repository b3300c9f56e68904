package org.cuntu.engine.format;

import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads GeoJSON (RFC 7946, and RFC 8142 or one text a line) from front to back, giving each feature as it ends. Members
 * may come in any order. Neither rings nor systems are judged here.
 */
final class GeoJsonStream {
    /**
     * A geometry as written: coordinates are nested lists, with {@link Positions} at the end, or one {@code double[]} alone; a list in which
     * positions and lists stand side by side has {@code double[]} positions.
     */
    record Shape(String type, @Nullable Object coordinates, List<Shape> parts) {}

    /** A feature as written; height: whether a position has more than two numbers. */
    record Entry(int number, int line, @Nullable Shape shape, boolean height, Map<String, @Nullable Object> values) {}

    /** Takes what is read. */
    interface Taker {
        void feature(Entry entry);

        /** Whether coordinates and values are wanted; else they are looked at, and shapes come without them, values by their type alone. */
        default boolean wantsContent() {
            return true;
        }

        /** A coordinate beyond 180, when content is not wanted. */
        default void beyondDegrees() {}

        /** The old {@code crs} member's name, or "" when it has one without a name. */
        default void crs(String name) {}
    }

    private static final JsonFactory FACTORY = new JsonFactory();
    /** A position; its two numbers are in {@link #x} and {@link #y}. */
    private static final Object POSITION = new Object();

    private static final int DEEPEST = 6;
    /** Members that a reader must not choose between when they come twice. */
    private static final List<String> ONCE =
            List.of("type", "crs", "features", "geometry", "coordinates", "geometries", "properties");

    private final String file;
    private final long mostVertices;
    private final Taker taker;
    private final JsonParser parser;
    private final boolean wanted;
    private final GeoJsonValues values;
    private double x;
    private double y;
    private long vertices;
    private long inFeature;
    private boolean height;
    private int features;

    private GeoJsonStream(String file, long mostVertices, Taker taker, JsonParser parser) {
        this.file = file;
        this.mostVertices = mostVertices;
        this.taker = taker;
        this.wanted = taker.wantsContent();
        this.parser = parser;
        this.values = new GeoJsonValues(parser, wanted, () -> tooManyFields(here()));
    }

    /** @throws InputRefused for text that is not JSON or not GeoJSON, with its line */
    static void read(TextInput text, String file, long mostVertices, Taker taker) {
        try (JsonParser parser = text.isKnownUtf8()
                ? FACTORY.createParser(ObjectReadContext.empty(), new BytesWithoutSeparators(text.bytes()))
                : FACTORY.createParser(ObjectReadContext.empty(), new WithoutSeparators(text.reader()))) {
            new GeoJsonStream(file, mostVertices, taker, parser).texts();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new InputRefused(Problem.refused(
                    "format.geojson.syntax", Place.line(file, StrictMath.max(line, 1)), "column", column));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void texts() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) object();
            else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY)
                throw refused("format.geojson.type");
        }
    }

    /** A FeatureCollection, a Feature or a bare geometry. */
    private void object() {
        int line = parser.currentTokenLocation().getLineNr();
        String type = "";
        boolean collection = false;
        Shape geometry = null;
        Object coordinates = null;
        List<Shape> parts = List.of();
        Map<String, @Nullable Object> given = Map.of();
        inFeature = 0;
        height = false;
        int seen = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            seen = once(name, seen);
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = type(value);
                case "crs" -> crs(value);
                case "features" -> {
                    collection = true;
                    features(value);
                }
                case "geometry" -> geometry = isObject(value) ? geometry(0) : null;
                case "coordinates" -> coordinates = whole(coordinates(value, 0));
                case "geometries" -> parts = parts(value, 0);
                case "properties" -> given = isObject(value) ? values.read() : Map.of();
                default -> parser.skipChildren();
            }
        }
        if (collection) return;
        if (type.equals("Feature")) taker.feature(new Entry(++features, line, geometry, height, given));
        else if (coordinates != null || !parts.isEmpty())
            taker.feature(new Entry(++features, line, new Shape(type, coordinates, parts), height, given));
        else throw refused("format.geojson.type");
    }

    /** Nothing but objects between the brackets: what follows something else would be lost. */
    private void features(JsonToken value) {
        if (value != JsonToken.START_ARRAY) throw refused("format.geojson.type");
        while (parser.nextToken() == JsonToken.START_OBJECT) object();
        if (parser.currentToken() != JsonToken.END_ARRAY) throw refused("format.geojson.type");
    }

    /** Whether it is an object, or null; anything else has no place there. */
    private boolean isObject(JsonToken value) {
        if (value != JsonToken.START_OBJECT && value != JsonToken.VALUE_NULL) throw refused("format.geojson.type");
        return value == JsonToken.START_OBJECT;
    }

    private String type(JsonToken value) {
        if (value == JsonToken.VALUE_STRING) return parser.getString();
        parser.skipChildren();
        return "";
    }

    private Shape geometry(int depth) {
        if (depth > DEEPEST) throw refused("format.geojson.coordinates");
        String type = "";
        Object coordinates = null;
        List<Shape> parts = List.of();
        count();
        int seen = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            seen = once(name, seen);
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = type(value);
                case "coordinates" -> coordinates = whole(coordinates(value, 0));
                case "geometries" -> parts = parts(value, depth);
                default -> parser.skipChildren();
            }
        }
        return new Shape(type, coordinates, parts);
    }

    /** @param seen a bit for each member that came already */
    private int once(String member, int seen) {
        int at = ONCE.indexOf(member);
        if (at < 0) return seen;
        if ((seen & 1 << at) != 0)
            throw new InputRefused(Problem.refused("format.geojson.twice", here(), "member", member));
        return seen | 1 << at;
    }

    private List<Shape> parts(JsonToken value, int depth) {
        if (value != JsonToken.START_ARRAY) throw refused("format.geojson.coordinates");
        List<Shape> parts = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) parts.add(geometry(depth + 1));
        if (parser.currentToken() != JsonToken.END_ARRAY) throw refused("format.geojson.coordinates");
        return parts;
    }

    /** What was read, when it was one position alone. */
    private @Nullable Object whole(@Nullable Object read) {
        return read == POSITION ? new double[] {x, y} : read;
    }

    /** {@link #POSITION}, {@link Positions}, a list of lists, or null; where coordinates are not wanted an empty list. */
    private @Nullable Object coordinates(JsonToken value, int depth) {
        if (value == JsonToken.VALUE_NULL) return null;
        if (value != JsonToken.START_ARRAY || depth > DEEPEST) throw refused("format.geojson.coordinates");
        JsonToken next = parser.nextToken();
        if (next != null && next.isNumeric()) return position();
        // an empty list takes memory like a point
        if (next == JsonToken.END_ARRAY) count();
        Positions positions = null;
        List<Object> list = List.of();
        for (; next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object inner = next == null ? null : coordinates(next, depth + 1);
            if (inner == null) throw refused("format.geojson.coordinates");
            if (!wanted) continue;
            if (inner == POSITION && list.isEmpty()) {
                if (positions == null) positions = new Positions();
                positions.add(x, y);
                continue;
            }
            if (list.isEmpty()) list = listed(positions);
            list.add(inner == POSITION ? new double[] {x, y} : inner);
        }
        return positions != null && list.isEmpty() ? positions : list;
    }

    /** Positions one by one, for a list that has other things too. */
    private static List<Object> listed(@Nullable Positions positions) {
        List<Object> list = new ArrayList<>();
        if (positions != null)
            for (int i = 0; i < positions.size(); i++) list.add(new double[] {positions.x(i), positions.y(i)});
        return list;
    }

    private void count() {
        inFeature++;
        if (++vertices > mostVertices || inFeature > InputLimits.FEATURE_VERTICES)
            throw new InputRefused(Problem.refused(
                    "format.too-many-vertices",
                    Place.file(file),
                    "limit",
                    StrictMath.min(mostVertices, InputLimits.FEATURE_VERTICES)));
    }

    private Object position() {
        x = ordinate();
        JsonToken next = parser.nextToken();
        if (next == null || !next.isNumeric()) throw refused("format.geojson.coordinates");
        y = ordinate();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || parser.currentToken().isStructStart())
                throw refused("format.geojson.coordinates");
            height = true;
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) throw refused("format.geojson.coordinates");
        count();
        return POSITION;
    }

    /** The number; when it is not wanted and plainly less than 180 perhaps only zero. */
    private double ordinate() {
        if (wanted) return parser.getDoubleValue();
        if (isBelow180(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())) return 0;
        double value = parser.getDoubleValue();
        if (StrictMath.abs(value) > 180) taker.beyondDegrees();
        return value;
    }

    /** Whether a number surely is, by its digits before the point; one with an exponent is not. */
    private static boolean isBelow180(char[] text, int from, int length) {
        int end = from + length;
        int at = length > 0 && text[from] == '-' ? from + 1 : from;
        int whole = 0;
        for (; at < end && text[at] != '.'; at++) {
            if (text[at] < '0' || text[at] > '9') return false;
            whole = 10 * whole + text[at] - '0';
            if (whole >= 180) return false;
        }
        for (at++; at < end; at++) if (text[at] < '0' || text[at] > '9') return false;
        return true;
    }

    private void crs(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) return;
        if (value == JsonToken.START_ARRAY) parser.skipChildren();
        String name = "";
        if (value == JsonToken.START_OBJECT) {
            for (int depth = 1; depth > 0; ) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_OBJECT) depth++;
                else if (token == JsonToken.END_OBJECT) depth--;
                else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName()) && depth == 2)
                    name = parser.getString();
            }
        }
        taker.crs(name);
    }

    static InputRefused tooManyFields(Place place) {
        return new InputRefused(Problem.refused("format.geojson.too-many-fields", place, "limit", InputLimits.FIELDS));
    }

    private Place here() {
        return Place.line(file, StrictMath.max(parser.currentTokenLocation().getLineNr(), 1));
    }

    private InputRefused refused(String code) {
        Place place = here();
        return new InputRefused(
                code.equals("format.geojson.type")
                        ? Problem.refused("format.geojson.type", place)
                        : Problem.refused("format.geojson.coordinates", place));
    }

    /** Record separators of RFC 8142 become line ends. */
    private static final class WithoutSeparators extends FilterReader {
        WithoutSeparators(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = offset; i < offset + n; i++) if (buffer[i] == '\u001E') buffer[i] = '\n';
            return n;
        }
    }

    /** The same of UTF-8, in which no other character has that byte. */
    private static final class BytesWithoutSeparators extends FilterInputStream {
        BytesWithoutSeparators(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one == 0x1E ? '\n' : one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = offset; i < offset + n; i++) if (buffer[i] == 0x1E) buffer[i] = '\n';
            return n;
        }
    }
}
