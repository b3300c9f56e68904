package org.cuntu.outward.publicservice.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be applied for, and the way to it (网上查); for everybody. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public")
class PublicMatterController {
    private static final int LONGEST = 200;

    private final Matters matters;
    private final MatterJson json;
    private final PublicServiceFile file;
    private final CityClock clock;
    private final Turnstile turnstile;

    PublicMatterController(Matters matters, MatterJson json, PublicServiceFile file, CityClock clock) {
        this.matters = matters;
        this.json = json;
        this.file = file;
        this.clock = clock;
        turnstile = new Turnstile(60, Duration.ofMinutes(1), clock::now);
    }

    @GetMapping("/matters")
    @Requires(Requires.PUBLIC)
    Map<String, Object> list() {
        return Map.of(
                "groups",
                file.listGroups().stream()
                        .map(group -> Map.of(
                                "id",
                                group.id(),
                                "title",
                                CitizenWords.of(group.title()),
                                "about",
                                CitizenWords.of(group.about())))
                        .toList(),
                "items",
                inForce().stream().map(json::row).toList());
    }

    private List<Matter> inForce() {
        return matters.list(clock.today());
    }

    @GetMapping("/matters/{code}")
    @Requires(Requires.PUBLIC)
    Map<String, @Nullable Object> show(@PathVariable String code) {
        return inForce().stream()
                .filter(matter -> matter.code().equals(code))
                .findFirst()
                .map(json::guide)
                .orElseThrow(() -> ProblemAnswer.notFound("publicservice.matter-unknown", "code", shortened(code)));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    /** Matters by what people say; an empty list when nothing fits. What is said is not kept. */
    @GetMapping("/guide")
    @Requires(Requires.PUBLIC)
    Map<String, Object> find(@RequestParam(defaultValue = "") String words, HttpServletRequest request) {
        turnstile.pass(String.valueOf(request.getRemoteAddr()));
        if (words.isBlank() || words.length() > LONGEST)
            throw new InputRefused(Problem.refused("publicservice.say", Problem.Place.file("words"), "most", LONGEST));
        return Map.of(
                "items",
                file.sayings().find(words, inForce()).stream()
                        .map(found -> {
                            Map<String, @Nullable Object> tree = new LinkedHashMap<>(json.row(found.matter()));
                            tree.put("why", found.why());
                            return tree;
                        })
                        .toList());
    }
}
