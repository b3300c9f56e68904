package org.cuntu.platform.search.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The box in the top bar. An act of searching (Enter) is one proof entry; what is suggested while somebody types is viewing:
 * one entry a person, session and hour (contracts 7).
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/search")
class SearchController {
    private static final int SUGGESTED = 6;
    private static final int SEARCHED = 50;

    private final List<SearchNoun> nouns;
    private final CurrentUser users;
    private final CityFolder city;
    private final Viewings viewings;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    SearchController(
            List<SearchNoun> nouns,
            CurrentUser users,
            CityFolder city,
            Viewings viewings,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.nouns = nouns;
        this.users = users;
        this.city = city;
        this.viewings = viewings;
        this.proof = proof;
        this.transaction = transaction;
    }

    /** groups: of nouns that found something, the best first. */
    record Answer(String text, List<Group> groups, List<String> filling, double millis) {}

    record Group(String noun, List<SearchHit> hits, boolean more) {}

    @GetMapping
    @Requires("search:entry:read")
    ResponseEntity<Answer> search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String known) {
        SearchText text = text(q);
        Answer answer = answer(text, asOf, known, SEARCHED);
        String act = "search:entry:read";
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(users.get().id(), act, "search", null).withPersonal("typed", text.typed())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    @GetMapping("/suggestions")
    @Requires("search:entry:read")
    ResponseEntity<Answer> suggest(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String known,
            HttpServletRequest request) {
        double[] box = city.bounds().stream().mapToDouble(Double::doubleValue).toArray();
        viewings.note("search:entry:suggest", SessionId.of(request), "suggestions", box);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(text(q), asOf, known, SUGGESTED));
    }

    private static SearchText text(String typed) {
        SearchText text = SearchText.of(typed);
        boolean broken = typed.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (text.typed().isEmpty() || broken)
            throw new ProblemAnswer(400, Problem.refused("search.nothing-asked", Problem.Place.UNKNOWN));
        return text;
    }

    private Answer answer(SearchText text, @Nullable String asOf, @Nullable String known, int limit) {
        long start = System.nanoTime();
        User user = users.get();
        SearchNoun.Asked asked = new SearchNoun.Asked(text, date(asOf), blankIsNull(known), limit, user);
        List<Group> groups = new ArrayList<>();
        List<String> filling = new ArrayList<>();
        for (SearchNoun noun : nouns) {
            if (!user.may(noun.permission())) continue;
            SearchFound found = noun.find(asked);
            filling.addAll(found.filling());
            if (!found.hits().isEmpty()) groups.add(new Group(noun.noun(), found.hits(), found.more()));
        }
        groups.sort(
                Comparator.comparingInt((Group group) -> group.hits().getFirst().score())
                        .reversed());
        return new Answer(text.typed(), groups, filling, (System.nanoTime() - start) / 10_000 / 100.0);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String date(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) return null;
        try {
            return LocalDate.parse(asOf).toString();
        } catch (DateTimeException e) {
            throw new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", "asOf"));
        }
    }
}
