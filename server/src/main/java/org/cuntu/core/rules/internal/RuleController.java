package org.cuntu.core.rules.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Conversion;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.RuleTrial;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The rule pages: the rules on both clocks, one rule with its history, trying it, document types, the conversion matrix. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class RuleController {
    private final RuleBook book;
    private final LayerRegister register;
    private final ClassSchemes classes;
    private final Baselines baselines;

    RuleController(RuleBook book, LayerRegister register, ClassSchemes classes, Baselines baselines) {
        this.book = book;
        this.register = register;
        this.classes = classes;
        this.baselines = baselines;
    }

    /** The days by which the rules were chosen; asked is null when all that is known was taken. */
    private record Moment(LocalDate at, @Nullable Instant asked, RuleSet set) {
        boolean has(Rule rule) {
            return set.rules().stream().anyMatch(one -> one.id().equals(rule.id()) && one.version() == rule.version());
        }
    }

    private Moment moment(@Nullable LocalDate asOf, @Nullable String known) {
        Baseline baseline = baselines.resolve(asOf, known == null || known.isBlank() ? null : known);
        Instant asked = baseline.asked();
        return new Moment(baseline.asOf(), asked, book.inForce(baseline.asOf(), null, asked));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    @GetMapping("/rules")
    @Requires("rules:rule:read")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        Moment moment = moment(asOf, known);
        RuleView view = new RuleView(register);
        Map<String, Rule> shown = new LinkedHashMap<>();
        for (Rule rule : book.listRules())
            if (!shown.containsKey(rule.id()) || moment.has(rule)) shown.put(rule.id(), rule);
        List<Object> rules = new ArrayList<>();
        shown.values().forEach(rule -> rules.add(view.line(rule, moment.has(rule))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("asOf", moment.at().toString());
        body.put("ruleSet", moment.set().hash());
        body.put("rules", rules);
        return answer(body);
    }

    @GetMapping("/rules/documents")
    @Requires("rules:rule:read")
    ResponseEntity<List<Object>> documents(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        return answer(moment(asOf, known).set().documents().stream()
                .<Object>map(type -> Map.of(
                        "id", type.id(),
                        "title", RuleView.words(type.title()),
                        "levels", type.levels(),
                        "validity", type.validity()))
                .toList());
    }

    /** Every cell of every zone, for the city and for each township that has sentences of its own. */
    @GetMapping("/rules/conversion")
    @Requires("rules:rule:read")
    ResponseEntity<Map<String, Object>> conversion(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        Moment moment = moment(asOf, known);
        Conversion matrix = moment.set().conversion();
        Map<String, Object> body =
                new ConversionView(matrix, classes.find("GHFQ2020").orElse(List.of())).tree();
        body.put("asOf", moment.at().toString());
        return answer(body);
    }

    @GetMapping("/rules/{id}")
    @Requires("rules:rule:read")
    ResponseEntity<Map<String, Object>> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        List<Rule> versions = versions(id);
        Moment moment = moment(asOf, known);
        Rule shown = versions.stream().filter(moment::has).findFirst().orElse(versions.getLast());
        Map<String, Object> body = new RuleView(register).page(shown, versions, moment.has(shown));
        body.put("asOf", moment.at().toString());
        body.put("results", results(shown, moment));
        return answer(body);
    }

    private List<Object> results(Rule rule, Moment moment) {
        List<Object> results = new ArrayList<>();
        for (Rule.Example example : rule.examples())
            results.add(RuleView.outcome(RuleTrial.run(rule, example, moment.set(), moment.at()), moment.set()));
        return results;
    }

    private List<Rule> versions(String id) {
        List<Rule> versions =
                book.listRules().stream().filter(rule -> rule.id().equals(id)).toList();
        if (versions.isEmpty()) throw ProblemAnswer.notFound("rule.unknown", "id", id);
        return versions;
    }

    /** Figures of whoever asks; the expressions are the rule's own. */
    @PostMapping("/rules/{id}/try")
    @Requires("rules:rule:read")
    ResponseEntity<Map<String, Object>> tryRule(@PathVariable String id, @RequestBody JsonNode body) {
        List<Rule> versions = versions(id);
        String asOf = body.path("asOf").asString("");
        try {
            LocalDate day = asOf.isEmpty() ? null : LocalDate.parse(asOf);
            Moment moment = moment(day, body.path("known").asString(""));
            int version = body.path("version").asInt(0);
            Rule rule = versions.stream()
                    .filter(one -> version == 0 ? moment.has(one) : one.version() == version)
                    .findFirst()
                    .orElse(versions.getLast());
            if (body.path("pieces").size() > 100) throw new IllegalArgumentException("pieces: 100");
            Rule.Example example = new ExampleText(
                            register.findLayer(rule.select().layer())
                                    .orElseThrow()
                                    .schema())
                    .given(new Words("", ""), body, null);
            return answer(RuleView.outcome(RuleTrial.run(rule, example, moment.set(), moment.at()), moment.set()));
        } catch (InputRefused e) {
            throw e;
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            throw new InputRefused(Problem.refused(
                    "rule.trial",
                    Problem.Place.UNKNOWN,
                    "message",
                    message.substring(0, Math.min(message.length(), 120))));
        }
    }
}
