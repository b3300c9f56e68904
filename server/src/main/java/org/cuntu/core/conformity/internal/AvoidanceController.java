package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Avoidance;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.clearing.Clearing;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The smallest avoidance of a drawn site; counts as live drawing, keeps nothing. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/sites")
class AvoidanceController {
    /** Metres; contracts and the handbook name no other. */
    private static final double MOST = 200;

    private final Reviews reviews;
    private final Viewings viewings;

    AvoidanceController(Reviews reviews, Viewings viewings) {
        this.reviews = reviews;
        this.viewings = viewings;
    }

    @PostMapping("/avoidance")
    @Requires("conformity:review:live")
    Map<String, @Nullable Object> avoid(@RequestBody JsonNode body, HttpServletRequest request) {
        ReviewRequest asked = RequestJson.read(body);
        viewings.note("conformity:review:draw", SessionId.of(request), "site", box(asked.plots()));
        return tree(reviews.avoid(asked, MOST));
    }

    private static double[] box(List<Plot> plots) {
        Envelope box = new Envelope();
        for (Plot plot : plots)
            box.expandToInclude(plot.shape().toGeodetic().geometry().getEnvelopeInternal());
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private static Map<String, @Nullable Object> tree(Avoidance avoidance) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rules", avoidance.rules());
        tree.put("area", avoidance.area().toString());
        tree.put("most", avoidance.most());
        tree.put("shift", avoidance.shift() == null ? null : shift(avoidance.shift()));
        tree.put("moved", avoidance.moved() == null ? null : proposal(avoidance.moved()));
        tree.put("cutOut", avoidance.cutOut() == null ? null : proposal(avoidance.cutOut()));
        return tree;
    }

    private static Map<String, Object> shift(Clearing shift) {
        return switch (shift) {
            case Clearing.Found move ->
                Map.of(
                        "outcome",
                        "found",
                        "east",
                        move.east(),
                        "north",
                        move.north(),
                        "distance",
                        StrictMath.rint(move.distance() * 1000) / 1000,
                        "bearing",
                        StrictMath.rint(move.bearing() * 10) / 10);
            case Clearing.NoneWithin none -> Map.of("outcome", "none");
            case Clearing.Undecided undecided -> Map.of("outcome", "undecided");
        };
    }

    private static Map<String, @Nullable Object> proposal(Avoidance.Proposal proposal) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("legalArea", proposal.review().legal().toString());
        tree.put("conclusion", proposal.review().conclusion().name());
        tree.put("clear", fails(proposal).isEmpty());
        tree.put("fails", fails(proposal));
        tree.put("parts", proposal.parts().stream().map(Area::toString).toList());
        tree.put("crs", proposal.crs().code());
        tree.put(
                "plots",
                proposal.plots().stream().map(AvoidanceController::plot).toList());
        return tree;
    }

    private static List<String> fails(Avoidance.Proposal proposal) {
        return proposal.review().findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .map(Finding::rule)
                .map(rule -> rule.id())
                .toList();
    }

    private static Map<String, Object> plot(Plot plot) {
        GeoShape geodetic = plot.shape().toGeodetic();
        return Map.of(
                "number", plot.number(),
                "name", plot.name(),
                "use", plot.use(),
                "geometry", GeoJsonTree.of(plot.shape().geometry()),
                "geodetic", GeoJsonTree.of(geodetic.geometry()));
    }
}
