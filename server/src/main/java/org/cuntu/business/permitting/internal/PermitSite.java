package org.cuntu.business.permitting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewRequests;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site as cases keep it, a FeatureCollection in EPSG:4490, read and checked as a review reads it: its figures are the review's.
 *
 * @param area the sum of its plots' LegalArea
 */
record PermitSite(List<Plot> plots, Area area, String hash) {
    static final PermitSite NONE = new PermitSite(List.of(), Area.ZERO, "");

    PermitSite {
        plots = List.copyOf(plots);
    }

    /** @throws InputRefused with everything that is wrong with it */
    static PermitSite read(@Nullable String geoJson) {
        if (geoJson == null) return NONE;
        List<Plot> plots = request(geoJson, Map.of()).plots();
        Area area = plots.stream()
                .map(plot -> SiteAreas.legalArea(plot.shape()).value())
                .reduce(Area.ZERO, Area::plus);
        return new PermitSite(
                plots,
                area,
                CanonicalJson.sha256(JsonMapper.shared().readTree(geoJson).toString()));
    }

    /** The request of a review of the site. @param project members of the request's project */
    static ReviewRequest request(String geoJson, Map<String, Object> project) {
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(geoJson);
        } catch (JacksonException e) {
            throw new InputRefused(Problem.refused("permitting.site", Problem.Place.UNKNOWN));
        }
        List<Map<String, Object>> plots = new ArrayList<>();
        for (JsonNode feature : tree.path("features")) {
            Map<String, Object> plot = new LinkedHashMap<>();
            JsonNode properties = feature.path("properties");
            for (String key : List.of("number", "name", "use"))
                plot.put(key, properties.path(key).asString(""));
            plot.put("geometry", feature.path("geometry"));
            plots.add(plot);
        }
        if (plots.isEmpty()) throw new InputRefused(Problem.refused("permitting.site", Problem.Place.UNKNOWN));
        return ReviewRequests.read(JsonMapper.shared().valueToTree(Map.of("plots", plots, "project", project)));
    }

    List<Geometry> grounds() {
        return plots.stream().map(plot -> plot.shape().geometry()).toList();
    }

    /** West, south, east, north; empty for no ground. */
    List<Double> box() {
        Envelope box = new Envelope();
        for (Geometry ground : grounds()) box.expandToInclude(ground.getEnvelopeInternal());
        return box.isNull() ? List.of() : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
