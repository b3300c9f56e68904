package org.cuntu.core.conformity.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteCheck;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.StatedArea;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the Request of the interface. What comes in EPSG:4490 is drawn, or read from a map: it is rounded to 1e-9°, and
 * that is what is judged and stored (contracts 3). The plots are checked as those of a file are.
 */
public final class RequestJson {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RequestJson() {}

    /** @throws InputRefused {@code review.request} for what is no JSON */
    static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw refused("request", e.getOriginalMessage());
        }
    }

    /** @throws InputRefused with every problem of the plots, or the first of the request */
    public static ReviewRequest read(JsonNode root) {
        Crs crs = Crs.find(root.path("crs").asString("EPSG:4490"))
                .orElseThrow(() -> refused("crs", root.path("crs").asString("")));
        List<Plot> plots = new ArrayList<>();
        long[] vertices = new long[1];
        for (JsonNode plot : root.path("plots")) plots.add(plot(plot, plots.size() + 1, crs, vertices));
        if (plots.isEmpty()) throw refused("plots", "[]");
        SiteFile site = new SiteFile("", "", crs, Map.of(), plots, List.of());
        List<Problem> refusals = SiteCheck.check(site).stream()
                .filter(problem -> problem.severity() == Problem.Severity.REFUSED)
                .toList();
        if (!refusals.isEmpty()) throw new InputRefused(refusals);
        return request(root, crs, plots);
    }

    /** The request of an upload: the plots come from the file, everything else from the JSON. */
    public static ReviewRequest withPlots(JsonNode root, SiteFile site) {
        return request(root, site.crs(), site.plots());
    }

    /** Name, project and clocks alone. */
    static ReviewRequest withoutPlots(JsonNode root) {
        return request(root, Crs.CGCS2000, List.of());
    }

    /** The text of a request as a tree. */
    static JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw refused("request", e.getOriginalMessage());
        }
    }

    private static ReviewRequest request(JsonNode root, Crs crs, List<Plot> plots) {
        String known = root.path("known").asString("");
        List<String> words = new ArrayList<>(List.of(root.path("name").asString("")));
        Project project = project(root.path("project"));
        words.addAll(List.of(project.kind(), project.level()));
        words.addAll(project.documents());
        project.facts().documents().forEach(d -> words.addAll(List.of(d.type(), d.number(), d.issuer(), d.level())));
        words.addAll(project.facts().plotFigures().keySet());
        for (String word : words) if (!isText(word)) throw refused("name, project", shortened(word));
        return new ReviewRequest(
                root.path("name").asString(""),
                crs,
                plots,
                project,
                asOf(root.path("asOf").asString("")),
                known.isEmpty() ? null : known);
    }

    private static Project project(JsonNode node) {
        try {
            return ProjectText.read(node);
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("project", shortened(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable LocalDate asOf(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("asOf", text);
        }
    }

    private static Plot plot(JsonNode plot, int position, Crs crs, long[] vertices) {
        String number = plot.path("number").asString("");
        Geometry geometry;
        try {
            geometry = geometry(plot.path("geometry"), crs, vertices);
        } catch (InputRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused("plots[" + (position - 1) + "].geometry", String.valueOf(e.getMessage()));
        }
        return new Plot(
                number.isEmpty() ? String.valueOf(position) : number,
                plot.path("name").asString(""),
                plot.path("use").asString(""),
                stated(plot.path("stated").asString(""), position),
                GeoShape.of(crs, geometry),
                Map.of());
    }

    private static @Nullable StatedArea stated(String text, int position) {
        try {
            return text.isEmpty() ? null : new StatedArea(Area.parse(text));
        } catch (ArithmeticException | NumberFormatException e) {
            throw refused("plots[" + (position - 1) + "].stated", shortened(text));
        }
    }

    private static Geometry geometry(JsonNode node, Crs crs, long[] vertices) {
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, crs, vertices);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (JsonNode rings : coordinates) polygons.add(polygon(rings, crs, vertices));
                yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> throw new IllegalArgumentException("Polygon | MultiPolygon");
        };
    }

    private static Polygon polygon(JsonNode rings, Crs crs, long[] vertices) {
        List<LinearRing> list = new ArrayList<>();
        for (JsonNode points : rings) {
            List<Coordinate> ring = new ArrayList<>();
            for (JsonNode point : points) {
                if (point.size() < 2) throw new IllegalArgumentException("[x, y]");
                ring.add(new Coordinate(
                        value(point.get(0).asDouble(), crs), value(point.get(1).asDouble(), crs)));
            }
            count(vertices, ring.size());
            list.add(FACTORY.createLinearRing(ring.toArray(Coordinate[]::new)));
        }
        if (list.isEmpty()) throw new IllegalArgumentException("[[[x, y], …]]");
        return FACTORY.createPolygon(
                list.getFirst(), list.subList(1, list.size()).toArray(LinearRing[]::new));
    }

    private static void count(long[] vertices, int more) {
        vertices[0] += more;
        if (vertices[0] > InputLimits.SITE.vertices())
            throw new InputRefused(Problem.refused(
                    "format.too-many-vertices", Problem.Place.UNKNOWN, "limit", InputLimits.SITE.vertices()));
    }

    private static double value(double value, Crs crs) {
        double kept = crs.equals(Crs.CGCS2000) ? StrictMath.rint(value * 1e9) / 1e9 : value;
        // also what is a number until it is rounded
        if (!Double.isFinite(kept)) throw new IllegalArgumentException("not a number");
        return kept;
    }

    /** As for plots: no control characters and no half of a pair, which no database takes. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(
                        c -> Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static InputRefused refused(String at, String message) {
        return new InputRefused(Problem.refused("review.request", Problem.Place.UNKNOWN, "at", at, "message", message));
    }
}
