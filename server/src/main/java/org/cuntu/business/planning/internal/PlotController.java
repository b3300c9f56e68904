package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.Plots;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be built at a place, over HTTP; each answer is one proof entry. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/plots")
class PlotController {
    private static final int MOST_FOUND = 20;
    private static final int LONGEST = 100;

    private final Plots plots;
    private final PlotJson json;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    PlotController(Plots plots, PlotJson json, ProofLog proof, CurrentActor actor, TransactionTemplate transaction) {
        this.plots = plots;
        this.json = json;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping("/at")
    @Requires("planning:plot:read")
    ResponseEntity<Map<String, @Nullable Object>> at(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        return answer(plots.at(lon, lat, asOf, known), String.format(Locale.ROOT, "%.6f %.6f", lon, lat));
    }

    /** By unit and number; the unit may be left out where the number is enough. */
    @GetMapping("/of")
    @Requires("planning:plot:read")
    ResponseEntity<Map<String, @Nullable Object>> of(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        PlotCard card = plots.byNumber(unit, number, asOf, known)
                .orElseThrow(() -> ProblemAnswer.notFound("plots.unknown", "number", number));
        return answer(card, unit + " " + number);
    }

    @GetMapping("/{hash}/{feature}")
    @Requires("planning:plot:read")
    ResponseEntity<Map<String, @Nullable Object>> feature(
            @PathVariable String hash,
            @PathVariable int feature,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        return answer(plots.ofFeature(hash, feature, asOf, known), hash + " " + feature);
    }

    /** Plots by a part of their number or unit; a search. */
    @GetMapping("/find")
    @Requires("planning:plot:read")
    ResponseEntity<List<Plots.Found>> find(
            @RequestParam String text,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        if (text.length() > LONGEST) throw LineCandidates.refused("plots.search-long", "most", LONGEST);
        List<Plots.Found> found = plots.find(text, MOST_FOUND, asOf, known);
        note(new ProofAct(actor.id(), "planning:plot:search", String.valueOf(found.size()), null)
                .withPersonal("typed", text));
        return ok(found);
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(PlotCard card, String asked) {
        String object = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        List<Double> box = card.plots().isEmpty()
                ? List.of()
                : GroundShapes.box(card.plots().getFirst().ground());
        note(new ProofAct(actor.id(), "planning:plot:read", object + " " + card.asOf(), null)
                .on(Box.of(box.stream().mapToDouble(Double::doubleValue).toArray())));
        return ok(json.card(card));
    }

    private void note(ProofAct act) {
        transaction.executeWithoutResult(status -> proof.append(act));
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
