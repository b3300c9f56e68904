package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewRequests;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The site of a case: a FeatureCollection in EPSG:4490, read and checked as the plots of a review are.
 *
 * @param text as it is kept
 * @param hash SHA-256 of it
 * @param area legal area, whole 0.01 m²
 * @param box west, south, east, north
 * @param inside a point of its first plot
 * @param outline of all plots together
 */
record CaseSite(String text, String hash, long area, double[] box, double[] inside, JsonNode plots, Geometry outline) {
    /** @throws InputRefused with every problem of the plots, or {@code cases.site} for what is no collection */
    static CaseSite read(String geojson) {
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(geojson);
        } catch (JacksonException e) {
            throw new InputRefused(Problem.refused(
                    "cases.site", Problem.Place.UNKNOWN, "message", String.valueOf(e.getOriginalMessage())));
        }
        if (!tree.path("type").asString("").equals("FeatureCollection"))
            throw new InputRefused(
                    Problem.refused("cases.site", Problem.Place.UNKNOWN, "message", "FeatureCollection"));
        ArrayNode plots = JsonMapper.shared().createArrayNode();
        for (JsonNode feature : tree.path("features")) plots.add(plot(feature));
        List<Plot> read =
                request("", plots, JsonMapper.shared().createObjectNode()).plots();
        long area = 0;
        Envelope box = new Envelope();
        List<Geometry> outlines = new ArrayList<>();
        for (Plot plot : read) {
            area += SiteAreas.legalArea(plot.shape()).value().hundredths();
            outlines.add(plot.shape().geometry());
            box.expandToInclude(plot.shape().geometry().getEnvelopeInternal());
        }
        Point inside = read.getFirst().shape().geometry().getInteriorPoint();
        String text = tree.toString();
        return new CaseSite(
                text,
                CaseTexts.sha256(text),
                area,
                new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
                new double[] {inside.getX(), inside.getY()},
                plots,
                UnaryUnionOp.union(outlines));
    }

    private static ObjectNode plot(JsonNode feature) {
        ObjectNode plot = JsonMapper.shared().createObjectNode();
        JsonNode properties = feature.path("properties");
        for (String name : List.of("number", "name", "use"))
            plot.put(name, properties.path(name).asString(""));
        plot.set("geometry", feature.path("geometry"));
        return plot;
    }

    private static ReviewRequest request(String name, ArrayNode plots, ObjectNode project) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("name", name);
        body.put("crs", "EPSG:4490");
        body.set("plots", plots);
        body.set("project", project);
        return ReviewRequests.read(body);
    }

    /** What is asked of a review of it. */
    ReviewRequest request(CaseRow row, MatterReview review, Map<String, Object> form) {
        ObjectNode project = JsonMapper.shared().createObjectNode();
        project.put("kind", review.kind());
        project.put("purpose", value(review.purpose(), form));
        project.put("level", value(review.level(), form));
        if (row.times().appliedOn() != null)
            project.put("appliedOn", row.times().appliedOn().toString());
        if (review.newConstruction() != null) project.put("newConstruction", value(review.newConstruction(), form));
        return request(row.called(), (ArrayNode) plots, project);
    }

    /** What is said: {@code form:<field>}, or itself. */
    static String value(@Nullable String said, Map<String, Object> form) {
        if (said == null || !said.startsWith("form:")) return said == null ? "" : said;
        Object value = form.get(said.substring(5));
        return value == null ? "" : String.valueOf(value);
    }

    /** Degrees: a box of a class is narrower; the last one holds the rest. */
    static final double[] WIDTHS = {0.001, 0.01, 0.1, 360};

    /** The class of a box by its width, so that what meets a narrow one is looked for near it alone. */
    private static int wide(double degrees) {
        int wide = 0;
        while (degrees >= WIDTHS[wide]) wide++;
        return wide;
    }

    /** The same as columns of the case's row. */
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new TreeMap<>();
        columns.put("site_hash", hash);
        columns.put("site_area", area);
        columns.put("west", box[0]);
        columns.put("south", box[1]);
        columns.put("east", box[2]);
        columns.put("north", box[3]);
        columns.put("wide", wide(box[2] - box[0]));
        return columns;
    }
}
