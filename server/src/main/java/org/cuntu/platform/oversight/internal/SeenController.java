package org.cuntu.platform.oversight.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who saw my data: the acts about a person, or on a piece of ground. A place is met by the box of what was seen, so whoever had
 * it on the map is among them.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/proof")
class SeenController {
    private static final int PLACES = 8;

    private final ProofController entries;
    private final ProofSearch search;
    private final EntryViews views;
    private final List<SearchNoun> nouns;
    private final CurrentUser users;
    private final CityClock clock;

    SeenController(
            ProofController entries,
            ProofSearch search,
            EntryViews views,
            List<SearchNoun> nouns,
            CurrentUser users,
            CityClock clock) {
        this.entries = entries;
        this.search = search;
        this.views = views;
        this.nouns = nouns;
        this.users = users;
        this.clock = clock;
    }

    /** @param name empty when there is no such account */
    record By(String actor, String name, String unit, long acts) {}

    record Seen(long acts, List<By> by, ProofController.Page page) {}

    @GetMapping("/seen")
    @Requires("audit:entry:read")
    ResponseEntity<Seen> seen(@ModelAttribute QueryParams params) {
        ProofQuery query = params.query(clock);
        if (query.about() == null && query.box() == null) throw QueryParams.refused("about, box");
        Map<String, User> people = views.people();
        List<By> by = search.countByActor(query).stream()
                .map(count -> {
                    User user = people.get(count.actor());
                    return new By(
                            count.actor(),
                            user == null ? "" : user.name(),
                            user == null ? "" : user.unit(),
                            count.acts());
                })
                .toList();
        long acts = by.stream().mapToLong(By::acts).sum();
        ProofController.Page page = entries.page(query, params);
        entries.note("audit:seen:read", query);
        return ProofController.fresh(new Seen(acts, by, page));
    }

    /** @param box west, south, east, north */
    record Found(String noun, String id, String name, String en, String under, String code, double[] box) {}

    /** A division, a parcel's number, a coordinate: where it is. Says no more of it than its name and box. */
    @GetMapping("/places")
    @Requires("audit:entry:read")
    ResponseEntity<List<Found>> places(@RequestParam String q) {
        SearchText text = SearchText.of(q);
        if (text.typed().isEmpty()) throw QueryParams.refused("q");
        SearchNoun.Asked asked = new SearchNoun.Asked(text, null, null, PLACES, users.get());
        List<SearchHit> hits = new ArrayList<>();
        for (SearchNoun noun : nouns) hits.addAll(noun.find(asked).hits());
        List<Found> found = hits.stream()
                .filter(hit -> hit.at() != null || hit.bounds() != null)
                .sorted((one, other) -> Integer.compare(other.score(), one.score()))
                .limit(PLACES)
                .map(SeenController::found)
                .toList();
        if (found.isEmpty())
            throw new InputRefused(Problem.refused("proof.no-place", Problem.Place.UNKNOWN, "text", text.typed()));
        return ProofController.fresh(found);
    }

    private static Found found(SearchHit hit) {
        double[] bounds = hit.bounds();
        double[] at = hit.at();
        double[] box = bounds != null
                ? Arrays.copyOf(bounds, 4)
                : at != null ? new double[] {at[0], at[1], at[0], at[1]} : new double[4];
        return new Found(hit.noun(), hit.id(), hit.name(), hit.en(), hit.under(), hit.code(), box);
    }
}
