package org.cuntu.business.permitting.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.permitting.CandidateSites;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Candidate sites of a case over HTTP: compared live, kept with the choice. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/permitting/cases/{id}/candidates")
class CandidateController {
    private final CandidateSites candidates;
    private final PermittingFile file;
    private final PermitNames names;
    private final RuleBook rules;

    CandidateController(CandidateSites candidates, PermittingFile file, PermitNames names, RuleBook rules) {
        this.candidates = candidates;
        this.file = file;
        this.names = names;
        this.rules = rules;
    }

    /** What was kept last; {@code comparison} is null when nothing was. */
    @GetMapping
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(
                "comparison",
                candidates.find(PermitAnswer.uuid(id)).map(this::tree).orElse(null));
        return PermitAnswer.ok(tree);
    }

    @PostMapping
    @Requires("permitting:site:compare")
    ResponseEntity<Map<String, @Nullable Object>> compare(
            @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        UUID of = PermitAnswer.uuid(id);
        return PermitAnswer.ok(tree(candidates.compare(of, sites(body), Languages.of(request))));
    }

    @PutMapping
    @Requires("permitting:site:compare")
    ResponseEntity<Map<String, @Nullable Object>> keep(
            @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        return PermitAnswer.ok(tree(candidates.keep(
                PermitAnswer.uuid(id),
                sites(body),
                body.path("chosen").asInt(-1),
                body.path("why").asString(""),
                Languages.of(request))));
    }

    private Map<String, @Nullable Object> tree(CandidateSites.Comparison found) {
        Map<String, Words> titles = new HashMap<>();
        for (Rule rule : rules.listRules()) titles.put(rule.id(), rule.title());
        Map<String, @Nullable Object> tree = CandidateText.tree(found, layers(), titles);
        String by = found.by();
        tree.put("by", by == null ? null : names.person(by));
        return tree;
    }

    private static List<CandidateSites.Candidate> sites(JsonNode body) {
        List<CandidateSites.Candidate> sites = new ArrayList<>();
        for (JsonNode each : body.path("sites"))
            sites.add(new CandidateSites.Candidate(
                    each.path("name").asString(""), each.path("site").toString()));
        return sites;
    }

    private List<Map<String, Object>> layers() {
        return file.candidates().stream()
                .map(held -> Map.<String, Object>of(
                        "layer", held.layer(),
                        "name", names.layer(held.layer()),
                        "classes", held.classes(),
                        "outside", held.outside()))
                .toList();
    }
}
