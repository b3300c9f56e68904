package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.cuntu.core.conformity.Comparisons;
import org.cuntu.core.conformity.Comparisons.Side;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Comparisons over HTTP. A side is {@code {"review": id}} as it was kept; with {@code asOf}, {@code known}, {@code rulesAt}
 * or {@code project} besides it is made anew; or {@code {"request": …}} as for a live review.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/comparisons")
class ComparisonController {
    private final Comparisons comparisons;

    ComparisonController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("conformity:review:read")
    Map<String, @Nullable Object> compare(@RequestBody JsonNode body, HttpServletRequest request) {
        return comparisons.compare(side(body, "a"), side(body, "b"), Languages.of(request));
    }

    private static Side side(JsonNode body, String name) {
        JsonNode side = body.path(name);
        LocalDate rulesAt = date(side, "rulesAt", name);
        if (side.path("request").isObject()) return new Side.Live(RequestJson.read(side.path("request")), rulesAt);
        String id = side.path("review").asString("");
        if (id.isEmpty()) throw refused(name + ".review", "");
        LocalDate asOf = date(side, "asOf", name);
        String known = side.path("known").asString("");
        boolean other = side.path("project").isObject();
        if (asOf == null && rulesAt == null && known.isEmpty() && !other) return new Side.Kept(id);
        return new Side.Anew(
                id,
                asOf,
                known.isEmpty() ? null : known,
                rulesAt,
                other ? RequestJson.withoutPlots(side).project() : null);
    }

    private static @Nullable LocalDate date(JsonNode side, String member, String name) {
        String text = side.path(member).asString("");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(name + "." + member, text);
        }
    }

    private static InputRefused refused(String at, String message) {
        return new InputRefused(Problem.refused("review.request", Problem.Place.UNKNOWN, "at", at, "message", message));
    }
}
