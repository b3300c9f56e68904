package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.core.conformity.FlatGround.box;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.cuntu.core.conformity.internal.ReviewStore;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a database must do for reviews; run on each that the product supports. */
abstract class ReviewsContract {
    private static final Instant NOW = Instant.parse("2026-11-20T01:42:00.123456Z");
    private static final Crs ZONE_36 = Crs.find(4524).orElseThrow();

    private final List<String> proved = Collections.synchronizedList(new ArrayList<>());
    private final FlatOnemap onemap = new FlatOnemap(ground());
    private DataSource database;

    /** A database with the review tables and no rows. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
    }

    @Test
    void aStoredReviewIsFoundAsItWasShown() {
        StoredReview stored = kept(Rules.BOOK);

        StoredReview found = reviews(Rules.BOOK).get(stored.id());

        assertThat(found).isEqualTo(stored);
        assertThat(stored.id()).matches("r-[0-9a-f]{8}");
        assertThat(found.zh()).contains("\"id\":\"" + stored.id() + "\"").contains("占用生态保护红线");
        assertThat(proved).containsExactly("stored " + stored.id());
    }

    @Test
    void replayGivesTheSameCanonicalResult() {
        StoredReview stored = kept(Rules.BOOK);

        assertThat(reviews(Rules.BOOK).replay(stored.id(), "auditor")).isEqualTo(new Replay(true, List.of()));
    }

    @Test
    void replayTakesTheRulesOfThenAfterTheFilesHaveChanged() {
        StoredReview stored = kept(Rules.BOOK);
        RuleBook noRules = new RuleBook() {
            @Override
            public org.cuntu.core.rules.RuleSet inForce(
                    java.time.LocalDate at, java.time.LocalDate appliedOn, java.time.Instant known) {
                throw new AssertionError("a replay asks for no rules of today");
            }

            @Override
            public org.cuntu.core.rules.RuleSet read(String text) {
                return Rules.BOOK.read(text);
            }

            @Override
            public List<org.cuntu.core.rules.Rule> listRules() {
                return List.of();
            }
        };

        assertThat(reviews(noRules).replay(stored.id(), "auditor").identical()).isTrue();
    }

    @Test
    void replayWithoutASnapshotSaysWhatDiffers() {
        StoredReview stored = kept(Rules.BOOK);
        onemap.lose("STBHHX");

        Replay replay = reviews(Rules.BOOK).replay(stored.id(), "auditor");

        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences()).anyMatch(line -> line.contains("/answer: CONCERNED → NOT_ANSWERED"));
    }

    @Test
    void whenTheProofCannotBeWrittenNothingIsStored() {
        Reviews reviews = reviews(Rules.BOOK, new Reviews.Proof() {
            @Override
            public String stored(StoredReview review) {
                throw new IllegalStateException("no proof");
            }

            @Override
            public void replayed(StoredReview review, Replay replay, String by) {}
        });

        assertThatThrownBy(() -> reviews.store(request(), "surveyor", () -> null))
                .hasMessage("no proof");
        assertThat(reviews.list(0, 10)).isEmpty();
    }

    @Test
    void theListShowsTheNewestAndNoMoreThanAPage() {
        Reviews reviews = reviews(Rules.BOOK);
        for (int i = 0; i < 3; i++) reviews.store(request(), "surveyor", () -> null);

        assertThat(reviews.list(0, 2)).hasSize(2);
        assertThat(reviews.list(1, 2)).hasSize(1);
    }

    @Test
    void anUnknownReviewIsRefusedByItsNumber() {
        assertThatThrownBy(() -> reviews(Rules.BOOK).get("r-00000000"))
                .isInstanceOfSatisfying(InputRefused.class, e -> assertThat(
                                e.problems().getFirst().what(Locale.ENGLISH))
                        .contains("r-00000000"));
    }

    @Test
    void aLiveReviewWritesNothingAndCarriesTheOutlinesOfConflicts() {
        Map<String, Object> live = reviews(Rules.BOOK).live(request(), true, Locale.CHINESE);

        assertThat(live.get("id")).isNull();
        assertThat((List<?>) ((Map<?, ?>) live.get("shapes")).get("features")).isNotEmpty();
        assertThat(reviews(Rules.BOOK).list(0, 10)).isEmpty();
    }

    /** What the page reads while the hand moves: every figure, and nothing of single pieces. */
    @Test
    void aBriefAnswerHasTheSameFiguresAndLessOfTheRest() {
        JsonNode whole = asSent(reviews(Rules.BOOK).live(request(), true, Locale.CHINESE));
        JsonNode brief = JsonMapper.shared().readTree(reviews(Rules.BOOK).brief(request(), Locale.CHINESE, () -> 1.5));
        assertThat(brief.path("millis").asDouble()).isEqualTo(1.5);

        for (JsonNode layer : whole.path("layers"))
            ((ObjectNode) layer).set("leaves", JsonMapper.shared().valueToTree(sums(layer)));
        for (JsonNode layer : brief.path("layers"))
            ((ObjectNode) layer).set("leaves", JsonMapper.shared().valueToTree(sums(layer)));
        for (JsonNode finding : whole.path("findings")) {
            ((ObjectNode) finding).put("taken", finding.path("pieces").size());
            ((ObjectNode) finding).remove("pieces");
        }
        assertThat(rulesOf(brief)).isEqualTo(rulesOf(whole)).isNotEmpty();
        ((ObjectNode) whole).remove(List.of("tables", "canonicalHash", "shapes"));
        ((ObjectNode) brief).remove(List.of("shapes", "millis"));
        assertThat(brief).isEqualTo(whole);
    }

    /** What the page's tables show of a layer: of each plot, kind, class and owner the sums and the features. */
    private static Map<String, List<BigDecimal>> sums(JsonNode layer) {
        List<String> fields =
                switch (layer.path("layer").asString()) {
                    case "DLTB" -> List.of("DLBM", "DLMC", "QSDWMC");
                    case "GHFQ" -> List.of("GHFQDM", "GHFQMC");
                    default -> List.of();
                };
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (JsonNode leaf : layer.path("leaves")) {
            String key = leaf.path("plot") + "" + leaf.path("kind") + leaf.path("sliver") + leaf.has("ridge");
            for (String field : fields) key += leaf.path("fields").path(field).asString("");
            List<BigDecimal> figures = new ArrayList<>();
            for (String figure : List.of("area", "hectares", "share", "ridge", "ridgeHectares", "ridgeShare"))
                figures.add(new BigDecimal(leaf.path(figure).asString("0")));
            long features = 0;
            for (JsonNode feature : leaf.path("features")) features += 1 + feature.asLong();
            figures.add(BigDecimal.valueOf(
                    leaf.has("features") ? features : 1 + leaf.path("feature").asLong(-1)));
            sums.merge(key, figures, (one, other) -> {
                List<BigDecimal> both = new ArrayList<>();
                for (int i = 0; i < one.size(); i++) both.add(one.get(i).add(other.get(i)));
                return both;
            });
        }
        sums.replaceAll((key, figures) ->
                figures.stream().map(BigDecimal::stripTrailingZeros).toList());
        return sums;
    }

    /** The size of what is painted of each rule, in square degrees. */
    private static Map<String, Long> rulesOf(JsonNode review) {
        Map<String, Double> sizes = new TreeMap<>();
        for (JsonNode feature : review.path("shapes").path("features"))
            sizes.merge(
                    feature.path("properties").path("rule").asString(),
                    size(feature.path("geometry").path("coordinates")),
                    Double::sum);
        Map<String, Long> rounded = new TreeMap<>();
        sizes.forEach((rule, size) -> rounded.put(rule, Math.round(size * 1e12)));
        return rounded;
    }

    private static double size(JsonNode polygons) {
        double size = 0;
        for (JsonNode polygon : polygons) {
            double twice = 0;
            for (JsonNode ring : polygon)
                for (int i = 1; i < ring.size(); i++)
                    twice += x(ring, i - 1) * y(ring, i) - x(ring, i) * y(ring, i - 1);
            size += Math.abs(twice / 2);
        }
        return size;
    }

    private static double x(JsonNode ring, int i) {
        return ring.get(i).get(0).asDouble() - ring.get(0).get(0).asDouble();
    }

    private static double y(JsonNode ring, int i) {
        return ring.get(i).get(1).asDouble() - ring.get(0).get(1).asDouble();
    }

    /** An answer as it is read at the other end. */
    private static JsonNode asSent(Object answer) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(answer));
    }

    @Test
    void manyWhoAreTheFirstToUseTheRulesAllKeepTheirReviews() throws Exception {
        Reviews reviews = reviews(Rules.BOOK);
        List<Callable<Reviews.Kept>> many =
                Collections.nCopies(16, () -> reviews.store(request(), "surveyor", () -> null));

        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Reviews.Kept> kept : pool.invokeAll(many))
                assertThat(kept.get().leaf())
                        .isEqualTo("leaf of " + kept.get().review().id());
        }

        assertThat(reviews.list(0, 20)).hasSize(16);
    }

    @Test
    void whenTheUploadCannotBeKeptNothingIsStored() {
        Reviews reviews = reviews(Rules.BOOK);

        assertThatThrownBy(() -> reviews.store(request(), "surveyor", () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(reviews.list(0, 10)).isEmpty();
        assertThat(proved).isEmpty();
    }

    private StoredReview kept(RuleBook rules) {
        return reviews(rules).store(request(), "surveyor", () -> null).review();
    }

    private Reviews reviews(RuleBook rules) {
        return reviews(rules, new Reviews.Proof() {
            @Override
            public String stored(StoredReview review) {
                proved.add("stored " + review.id());
                return "leaf of " + review.id();
            }

            @Override
            public void replayed(StoredReview review, Replay replay, String by) {
                proved.add("replayed " + review.id());
            }
        });
    }

    private Reviews reviews(RuleBook rules, Reviews.Proof proof) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Reviews(
                FlatGround.cutter(105_000),
                FlatGround.CLASSES,
                onemap,
                onemap,
                rules,
                new ReviewStore(JdbcClient.create(database)),
                transaction,
                proof,
                () -> NOW);
    }

    private static ReviewRequest request() {
        var shape = box(36_642_000, 2_689_000, 36_642_200, 2_689_100.123);
        Plot plot = new Plot("1", "地块一", "工业用地", null, GeoShape.of(ZONE_36, shape), Map.of());
        Project project = new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of());
        return new ReviewRequest("示例项目", ZONE_36, List.of(plot), project, null, null);
    }

    /** In degrees, around 109.40°E 24.30°N. */
    private static FlatGround ground() {
        return FlatGround.with("DLTB", "STBHHX", "CZKFBJ", "CKQ", "TKQ")
                .feature("DLTB", box(109, 24, 110, 25), "DLBM", "0101", "QSXZ", "30", "QSDWMC", "莲塘村", "KCXS", 0.1256)
                .feature("STBHHX", box(109, 24, 109.4005, 25), "HXMC", "示例")
                .feature("CZKFBJ", box(109.4, 24, 110, 25), "GHFQDM", "410", "GHFQMC", "城镇集中建设区")
                .silent("CKQ", NotAnsweredReason.STALE)
                .silent("TKQ", NotAnsweredReason.NO_SNAPSHOT)
                .plot(box(109, 24, 110, 25));
    }
}
