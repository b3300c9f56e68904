package org.cuntu.core.dossier.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewRequests;
import org.cuntu.core.dossier.Place;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bodies of both questions: {@code {point: [lon, lat]}}, {@code {feature: {layer, hash, feature}}} or plots as a review
 * takes them; {@code {of: {layer, hash, feature} | {layer, field, value}, against: [layers]}}; each with asOf and known.
 */
final class DossierRequest {
    private DossierRequest() {}

    /** @throws InputRefused when it names no place, or the plots are refused */
    static Place place(JsonNode body) {
        JsonNode point = body.path("point");
        if (point.isArray()) return point(point);
        JsonNode feature = body.path("feature");
        if (feature.isObject())
            return new Place.OneFeature(text(feature, "layer"), text(feature, "hash"), number(feature, "feature"));
        if (!body.path("plots").isArray()) throw refused("point, feature, plots", "–");
        ReviewRequest request = ReviewRequests.read(body);
        return new Place.Ground(request.name(), request.crs(), request.plots());
    }

    private static Place.Point point(JsonNode point) {
        double lon = point.path(0).asDouble(Double.NaN);
        double lat = point.path(1).asDouble(Double.NaN);
        boolean onEarth = point.size() == 2 && lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
        if (!onEarth) throw refused("point", point.toString());
        return new Place.Point(StrictMath.rint(lon * 1e9) / 1e9, StrictMath.rint(lat * 1e9) / 1e9);
    }

    /** @throws InputRefused when it names no layer */
    static BurdenAsked burdens(JsonNode body) {
        JsonNode of = body.path("of");
        String hash = of.path("hash").asString("");
        String field = of.path("field").asString("");
        List<String> against = new ArrayList<>();
        for (JsonNode layer : body.path("against")) against.add(layer.asString(""));
        return new BurdenAsked(
                text(of, "layer"),
                hash.isEmpty() ? null : hash,
                hash.isEmpty() ? -1 : number(of, "feature"),
                field.isEmpty() ? null : field,
                of.path("value").asString(""),
                against,
                asOf(body),
                known(body));
    }

    static @Nullable LocalDate asOf(JsonNode body) {
        String text = body.path("asOf").asString("");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("asOf", text);
        }
    }

    static @Nullable String known(JsonNode body) {
        String text = body.path("known").asString("");
        return text.isEmpty() ? null : text;
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).asString("");
        if (text.isEmpty()) throw refused(key, "–");
        return text;
    }

    private static int number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) throw refused(key, value.toString());
        return value.intValue();
    }

    private static InputRefused refused(String at, String found) {
        String shown = found.length() <= 60 ? found : found.substring(0, 60) + "…";
        return new InputRefused(Problem.refused("dossier.request", Problem.Place.UNKNOWN, "at", at, "found", shown));
    }
}
