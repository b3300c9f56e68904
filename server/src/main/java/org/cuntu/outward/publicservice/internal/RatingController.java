package org.cuntu.outward.publicservice.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.outward.publicservice.Rates;
import org.cuntu.outward.publicservice.Rating;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Ratings (网上评): given by the citizen, the low ones answered by the bureau, which does not see whose they are. */
@RestController
@ConditionalOnWebApplication
class RatingController {
    private final StoredRatings ratings;
    private final Matters matters;
    private final PublicServiceFile file;
    private final CityClock clock;

    RatingController(StoredRatings ratings, Matters matters, PublicServiceFile file, CityClock clock) {
        this.ratings = ratings;
        this.matters = matters;
        this.file = file;
        this.clock = clock;
    }

    record Given(
            @Nullable Integer level,
            @Nullable List<String> tags,
            @Nullable String words) {}

    @PostMapping("/api/public/applications/{id}/rating")
    @Requires("publicservice:rating:give")
    ResponseEntity<Map<String, @Nullable Object>> give(@PathVariable UUID id, @RequestBody Given given) {
        Integer level = given.level();
        List<String> tags = given.tags();
        return answer(ratings.own(
                ratings.give(id, level == null ? 0 : level, tags == null ? List.of() : tags, text(given.words()))));
    }

    record Said(@Nullable String words) {}

    @PostMapping("/api/public/applications/{id}/rating/addition")
    @Requires("publicservice:rating:give")
    ResponseEntity<Map<String, @Nullable Object>> add(@PathVariable UUID id, @RequestBody Said said) {
        return answer(ratings.own(ratings.add(id, text(said.words()))));
    }

    /** What a rating may say. */
    @GetMapping("/api/public/rating-words")
    @Requires(Requires.PUBLIC)
    Map<String, Object> words() {
        return Map.of(
                "levels",
                file.listLevels().stream()
                        .map(level -> Map.of("level", level.level(), "title", CitizenWords.of(level.title())))
                        .toList(),
                "tags",
                file.listTags().stream()
                        .map(tag -> Map.of("id", tag.id(), "title", CitizenWords.of(tag.title()), "low", tag.low()))
                        .toList(),
                "answerDays",
                file.days().answer());
    }

    /** Low ratings with their days, and the rates of this year. */
    @GetMapping("/api/ratings")
    @Requires(StoredRatings.ANSWER)
    ResponseEntity<Map<String, @Nullable Object>> list() {
        LocalDate today = clock.today();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("today", today.toString());
        tree.put("rates", rates(ratings.rates(today.withDayOfYear(1), today)));
        tree.put("items", ratings.listLow().stream().map(this::row).toList());
        return answer(tree);
    }

    private Map<String, @Nullable Object> row(Rating rating) {
        Map<String, @Nullable Object> tree = ratings.tree(rating);
        tree.put(
                "matter",
                matters.find(rating.matter())
                        .map(Matter::title)
                        .map(CitizenWords::of)
                        .orElse(Map.of("zh", rating.matter(), "en", rating.matter())));
        return tree;
    }

    static Map<String, @Nullable Object> rates(Rates rates) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("ended", rates.ended());
        tree.put("rated", rates.rated());
        tree.put("good", rates.good());
        tree.put("low", rates.low());
        tree.put("answered", rates.answered());
        tree.put("ratedRate", rates.ratedRate());
        tree.put("goodRate", rates.goodRate());
        tree.put("answeredRate", rates.answeredRate());
        tree.put("inTimeRate", rates.inTimeRate());
        return tree;
    }

    @PostMapping("/api/ratings/{id}/answer")
    @Requires(StoredRatings.ANSWER)
    ResponseEntity<Map<String, @Nullable Object>> reply(@PathVariable UUID id, @RequestBody Said said) {
        return answer(row(ratings.answer(id, text(said.words()))));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
