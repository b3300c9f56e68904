package org.cuntu.outward.publicservice.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The ground of an application while it is drawn: limited in rate and in what it tells. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public")
class PublicSiteController {
    private static final double METRE = 1 / 111_000.0;

    private final Matters matters;
    private final SiteAnswers answers;
    private final SurroundingGround ground;
    private final PublicServiceFile file;
    private final Viewings viewings;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Turnstile checks;
    private final Turnstile looks;

    PublicSiteController(
            Matters matters,
            SiteAnswers answers,
            SurroundingGround ground,
            PublicServiceFile file,
            Viewings viewings,
            CurrentActor actor,
            CityClock clock) {
        this.matters = matters;
        this.answers = answers;
        this.ground = ground;
        this.file = file;
        this.viewings = viewings;
        this.actor = actor;
        this.clock = clock;
        checks = new Turnstile(120, Duration.ofMinutes(1), clock::now);
        looks = new Turnstile(120, Duration.ofMinutes(1), clock::now);
    }

    /** {@code {matter, geometry, form, way}}; with {@code way} only where it would pass. */
    @PostMapping("/check-site")
    @Requires("publicservice:application:use")
    ResponseEntity<Map<String, @Nullable Object>> check(@RequestBody JsonNode body, HttpServletRequest request) {
        checks.pass(actor.id());
        String code = body.path("matter").asString("");
        Matter matter = matters.list(clock.today()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound(
                        "publicservice.matter-unknown", "code", code.length() > 60 ? code.substring(0, 60) : code));
        viewings.note("publicservice:site:check", SessionId.of(request), "site", box(body.path("geometry")));
        Map<String, @Nullable Object> answer = body.path("way").asBoolean(false)
                ? answers.way(matter, body.path("geometry"), body.path("form"))
                : answers.of(matter, body.path("geometry"), body.path("form"), Languages.of(request));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static double[] box(JsonNode geometry) {
        Envelope box = new Envelope();
        for (JsonNode ring : geometry.path("coordinates"))
            for (JsonNode point : ring)
                if (point.size() >= 2)
                    box.expandToInclude(point.get(0).asDouble(0), point.get(1).asDouble(0));
        return box.isNull()
                ? new double[] {0, 0, 0, 0}
                : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    /** What lies around: outlines and classes. @param box west, south, east, north, degrees */
    @GetMapping("/ground")
    @Requires("publicservice:application:use")
    ResponseEntity<Map<String, Object>> ground(@RequestParam List<Double> box, HttpServletRequest request) {
        looks.pass(actor.id());
        double widest = file.ground().widest() * METRE;
        if (box.size() != 4
                || box.stream().anyMatch(each -> !Double.isFinite(each))
                || box.get(2) <= box.get(0)
                || box.get(3) <= box.get(1)
                || box.get(2) - box.get(0) > widest * 1.5
                || box.get(3) - box.get(1) > widest * 1.5)
            throw new InputRefused(Problem.refused("publicservice.box", Problem.Place.file("box"), "widest", (int)
                    file.ground().widest()));
        viewings.note(
                "publicservice:ground:view",
                SessionId.of(request),
                "ground",
                box.stream().mapToDouble(Double::doubleValue).toArray());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ground.in(new Envelope(box.get(0), box.get(2), box.get(1), box.get(3))));
    }

    @GetMapping("/places")
    @Requires("publicservice:application:use")
    Map<String, Object> places() {
        return Map.of("items", ground.places());
    }
}
