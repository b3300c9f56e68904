package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.conformity.Avoidance;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewRequests;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.engine.clearing.Clearing;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a citizen is told of the own ground before applying: which rules it does not pass, by how much and by which article, and
 * where it would. Of the review only that; nothing is kept. The review is the bureau's own, of every layer: that a house touches basic
 * farmland is told to whoever wants to build it, though the layer itself is not shown to citizens.
 */
@Component
class SiteAnswers {
    /** Metres: so far a house may be moved and still be beside the old one. */
    private static final double MOST = 60;

    private static final int MOST_CORNERS = 200;
    private static final List<String> TOLD =
            List.of("rule", "title", "verdict", "area", "share", "article", "remedy", "layer", "needsText", "asksText");

    private final Reviews reviews;
    private final CurrentActor actor;

    SiteAnswers(Reviews reviews, CurrentActor actor) {
        this.reviews = reviews;
        this.actor = actor;
    }

    /**
     * @param geometry a polygon, GeoJSON, EPSG:4490
     * @param form the application's values so far, which the matter's review may read
     */
    Map<String, @Nullable Object> of(Matter matter, JsonNode geometry, JsonNode form, Locale locale) {
        ReviewRequest request = request(matter, geometry, form);
        JsonMapper mapper = JsonMapper.shared();
        JsonNode review = mapper.readTree(
                mapper.writeValueAsString(actor.as(CurrentActor.LOCAL, () -> reviews.live(request, true, locale))));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("area", review.path("site").path("legalArea").asString(""));
        tree.put("conclusion", review.path("conclusion").asString(""));
        List<ObjectNode> findings = new ArrayList<>();
        for (JsonNode finding : review.path("findings")) {
            String verdict = finding.path("verdict").asString("");
            if (verdict.equals("PASS")) continue;
            ObjectNode told = JsonMapper.shared().createObjectNode();
            for (String key : TOLD) if (finding.has(key)) told.set(key, finding.get(key));
            findings.add(told);
        }
        tree.put("findings", findings);
        List<Object> layers = new ArrayList<>();
        for (JsonNode layer : review.path("layers"))
            layers.add(Map.of(
                    "layer",
                    layer.path("layer").asString(""),
                    "name",
                    layer.path("name"),
                    "answer",
                    layer.path("answer").asString(""),
                    "required",
                    layer.path("required").asBoolean(false)));
        tree.put("layers", layers);
        tree.put("shapes", review.path("shapes"));
        return tree;
    }

    /** The shortest move after which it would pass; {@code outcome} found, none, or nothing to avoid. */
    Map<String, @Nullable Object> way(Matter matter, JsonNode geometry, JsonNode form) {
        ReviewRequest request = request(matter, geometry, form);
        Avoidance avoidance = actor.as(CurrentActor.LOCAL, () -> reviews.avoid(request, MOST));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Avoidance.Proposal moved = avoidance.moved();
        if (avoidance.shift() instanceof Clearing.Found found && moved != null) {
            Plot plot = moved.plots().getFirst();
            tree.put("outcome", "found");
            tree.put("distance", StrictMath.rint(found.distance() * 10) / 10);
            tree.put("bearing", StrictMath.rint(found.bearing()));
            tree.put("geometry", GeoJsonTree.of(plot.shape().toGeodetic().geometry()));
        } else tree.put("outcome", avoidance.shift() == null ? "nothing" : "none");
        return tree;
    }

    private static ReviewRequest request(Matter matter, JsonNode geometry, JsonNode form) {
        MatterReview review = matter.review();
        if (review == null)
            throw new InputRefused(Problem.refused(
                    "publicservice.no-site",
                    Problem.Place.UNKNOWN,
                    "matter",
                    matter.title().zh()));
        int corners = 0;
        for (JsonNode ring : geometry.path("coordinates")) corners += ring.size();
        if (!geometry.path("type").asString("").equals("Polygon") || corners > MOST_CORNERS)
            throw new InputRefused(
                    Problem.refused("publicservice.shape", Problem.Place.file("site"), "most", MOST_CORNERS));
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode plot = body.putArray("plots").addObject();
        plot.put("number", "1");
        plot.set("geometry", geometry);
        ObjectNode project = body.putObject("project");
        project.put("kind", review.kind());
        project.put("purpose", value(review.purpose(), form));
        project.put("level", value(review.level(), form));
        String construction = review.newConstruction();
        if (construction != null) project.put("newConstruction", value(construction, form));
        return ReviewRequests.read(body);
    }

    /** {@code form:<field>}: the application's value; anything else stands for itself. */
    private static String value(String stated, JsonNode form) {
        return stated.startsWith("form:")
                ? form.path(stated.substring("form:".length())).asString("")
                : stated;
    }
}
