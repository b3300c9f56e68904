package org.cuntu.core.conformity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cuntu.core.conformity.internal.AvoidanceSearch;
import org.cuntu.core.conformity.internal.CanonicalResult;
import org.cuntu.core.conformity.internal.ConflictShapes;
import org.cuntu.core.conformity.internal.OpenSnapshots;
import org.cuntu.core.conformity.internal.PlotsPrepared;
import org.cuntu.core.conformity.internal.ProjectCheck;
import org.cuntu.core.conformity.internal.ReviewInputs;
import org.cuntu.core.conformity.internal.ReviewJson;
import org.cuntu.core.conformity.internal.ReviewStore;
import org.cuntu.core.conformity.internal.StoredInput;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reviews, made and kept. A live review writes nothing; a stored one is one transaction: its row and its entry of the
 * proof log, or neither. Thread safe.
 */
public final class Reviews {
    /** Puts the act into the proof log, in the transaction that stores the review (contracts 7). */
    public interface Proof {
        /** @return the leaf hash, hexadecimal */
        String stored(StoredReview review);

        void replayed(StoredReview review, Replay replay, String by);
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Threads that one review may have, when they are idle: a second one makes the answer about large ground come sooner. */
    private static final int HANDS = StrictMath.min(4, Runtime.getRuntime().availableProcessors());

    private final ReviewKernel kernel;
    private final Cutter cutter;
    private final LandClass.Schemes classes;
    private final Baselines baselines;
    private final SnapshotStore snapshots;
    private final RuleBook rules;
    private final ReviewStore store;
    private final TransactionOperations transaction;
    private final Proof proof;
    private final Supplier<Instant> clock;

    public Reviews(
            Cutter cutter,
            LandClass.Schemes classes,
            Baselines baselines,
            SnapshotStore snapshots,
            RuleBook rules,
            ReviewStore store,
            TransactionOperations transaction,
            Proof proof,
            Supplier<Instant> clock) {
        this.kernel = new ReviewKernel(cutter, classes, HANDS);
        this.cutter = cutter;
        this.classes = classes;
        this.baselines = baselines;
        this.snapshots = snapshots;
        this.rules = rules;
        this.store = store;
        this.transaction = transaction;
        this.proof = proof;
        this.clock = clock;
    }

    /** What a review is judged by: a baseline and a rule set. */
    public record Ground(Baseline baseline, RuleSet rules) {}

    /** The review JSON of a request, nothing written; with the outlines of the pieces in conflict when wanted. */
    public Map<String, @Nullable Object> live(ReviewRequest request, boolean shapes, Locale locale) {
        return live(request, ground(request), shapes, locale);
    }

    /**
     * The text of a live answer with outlines, without what a page that follows the pen does not read ({@link ReviewJson#brief}).
     *
     * @param millis asked last: how long it took
     */
    public byte[] brief(ReviewRequest request, Locale locale, DoubleSupplier millis) {
        Ground ground = ground(request);
        Cutter plots = new PlotsPrepared(cutter);
        return open(ground.baseline(), open -> {
            ReviewResult result = kernel.review(input(request, ground, open), plots);
            return ReviewJson.brief(
                    result,
                    classes,
                    new ReviewJson.Heading(null, request.name(), null, null),
                    locale,
                    ConflictShapes.together(result, plots),
                    millis,
                    kernel.hands(result.legal()));
        });
    }

    /** As above, on ground that was settled before. */
    public Map<String, @Nullable Object> live(ReviewRequest request, Ground ground, boolean shapes, Locale locale) {
        return review(request, ground, result -> {
            Map<String, @Nullable Object> tree =
                    ReviewJson.of(result, classes, new ReviewJson.Heading(null, request.name(), null, null), locale);
            if (shapes) tree.put("shapes", ConflictShapes.of(result, cutter));
            return tree;
        });
    }

    /**
     * How a site that fails can be got out of its conflicts; nothing written.
     *
     * @param most the longest move to look for, metres
     */
    public Avoidance avoid(ReviewRequest request, double most) {
        return review(request, drawn -> {
            ReviewInput input = drawn.input();
            return new AvoidanceSearch(
                            cutter,
                            request.crs(),
                            request.plots(),
                            most,
                            plots -> kernel.review(ReviewInputs.of(
                                    request.crs(),
                                    plots,
                                    input.project(),
                                    input.baseline(),
                                    input.snapshots(),
                                    input.rules())))
                    .search();
        });
    }

    /**
     * A live review and the ground that it stands on, nothing written.
     *
     * @param then takes the review JSON and the ground, which is open only meanwhile
     */
    public <T> T live(ReviewRequest request, Locale locale, BiFunction<JsonNode, ReviewGround, T> then) {
        return review(request, result -> {
            JsonNode tree = JsonMapper.shared()
                    .valueToTree(ReviewJson.of(
                            result, classes, new ReviewJson.Heading(null, request.name(), null, null), locale));
            return then.apply(
                    tree,
                    new ReviewGround(
                            request.crs(), request.plots(), result.input().snapshots()));
        });
    }

    /**
     * The ground of a kept review: its site, and the very snapshots it was made of. A snapshot whose file is missing is
     * left out.
     *
     * @param then takes the ground, which is open only meanwhile
     */
    public <T> T onGround(StoredReview stored, Function<ReviewGround, T> then) {
        StoredInput input = StoredInput.of(stored);
        return open(input.hashes(), open -> then.apply(new ReviewGround(input.crs(), input.plots(), open)));
    }

    /** The canonical text of a request, nothing written. */
    public String canonical(ReviewRequest request) {
        return review(request, CanonicalResult::text);
    }

    /**
     * A kept review and the proof log's receipt for it.
     *
     * @param leaf the leaf hash, hexadecimal
     */
    public record Kept(StoredReview review, String leaf) {}

    /**
     * Makes and keeps a review. Call it outside a transaction: the rules are kept in one of their own, so that two who are
     * the first to use them do not stand in each other's way.
     *
     * @param by the account
     * @param file keeps the upload that the plots were read from, in the review's transaction; gives its SHA-256, null for a
     *     drawing
     */
    public Kept store(ReviewRequest request, String by, Supplier<@Nullable String> file) {
        return store(request, ground(request), by, file);
    }

    /** As above, on ground that was settled before. */
    public Kept store(ReviewRequest request, Ground ground, String by, Supplier<@Nullable String> file) {
        return review(request, ground, result -> {
            keep(result.input().rules());
            return Objects.requireNonNull(transaction.execute(status -> {
                StoredReview stored = stored(request, result, by, file.get());
                store.add(stored);
                return new Kept(stored, proof.stored(stored));
            }));
        });
    }

    /** Keeps a rule set once. Call it outside a transaction. */
    public void keep(RuleSet used) {
        if (store.findRuleSet(used.hash()).isEmpty()) keepRules(used);
    }

    /** The text of a kept rule set. */
    public Optional<String> findRuleSet(String hash) {
        return store.findRuleSet(hash);
    }

    private void keepRules(RuleSet rules) {
        try {
            transaction.executeWithoutResult(status -> store.addRuleSet(rules));
        } catch (DuplicateKeyException e) {
            store.findRuleSet(rules.hash()).orElseThrow(() -> e); // somebody else has just kept them
        }
    }

    public Optional<StoredReview> find(String id) {
        return store.find(id);
    }

    /** @throws InputRefused {@code review.unknown} */
    public StoredReview get(String id) {
        return find(id).orElseThrow(
                        () -> new InputRefused(Problem.refused("review.unknown", Problem.Place.UNKNOWN, "id", id)));
    }

    /** Newest first; page counts from 0. */
    public List<StoredReview.Line> list(int page, int size) {
        return store.list(page, size);
    }

    /** Makes a stored review anew from its own site, hashes and rules, and compares the canonical texts (contracts 5). */
    public Replay replay(String id, String by) {
        StoredReview stored = get(id);
        List<String> differences = new ArrayList<>();
        if (!CanonicalJson.sha256(stored.canonical()).equals(stored.canonicalHash()))
            differences.add("canonicalHash: the stored text is not the one that was hashed");
        if (stored.engine() != ReviewKernel.ENGINE)
            differences.add("engine " + stored.engine() + "→" + ReviewKernel.ENGINE);
        String ruleSet = store.findRuleSet(stored.ruleSet()).orElseThrow();
        StoredInput input = StoredInput.of(stored);
        Baseline baseline = input.baseline(baselines.replay(stored.asOf(), stored.known(), input.hashes()));
        String now = open(
                baseline,
                open -> CanonicalResult.text(kernel.review(ReviewInputs.of(
                        input.crs(), input.plots(), input.project(), baseline, open, rules.read(ruleSet)))));
        differences.addAll(ReviewInputs.differences(stored.canonical(), now));
        Replay replay = new Replay(differences.isEmpty() && now.equals(stored.canonical()), differences);
        transaction.executeWithoutResult(status -> proof.replayed(stored, replay, by));
        return replay;
    }

    /**
     * What a stored review would come to with another version of one layer: its own site, rules and other snapshots; nothing is
     * written. The other version is asked however old it is.
     *
     * @param layer the register's code
     * @param hash of a written snapshot of that layer, released or not
     * @param then takes the result; its snapshots are open only meanwhile
     * @throws IllegalStateException when its rules are not kept
     */
    public <T> T whatIf(StoredReview stored, String layer, String hash, Function<ReviewResult, T> then) {
        StoredInput input = StoredInput.of(stored);
        RuleSet set = rules.read(store.findRuleSet(stored.ruleSet())
                .orElseThrow(() -> new IllegalStateException("no rules of " + stored.id())));
        Baseline own = input.baseline(baselines.replay(stored.asOf(), stored.known(), input.hashes()));
        List<Baseline.Layer> layers = new ArrayList<>();
        for (Baseline.Layer each : own.layers())
            layers.add(
                    each.entry().code().equals(layer)
                            ? new Baseline.Layer(
                                    each.entry(),
                                    new SnapshotRef(layer, hash, stored.asOf(), null, stored.at(), false, ""),
                                    null)
                            : each);
        Baseline other = new Baseline(own.asOf(), own.known(), own.asked(), layers);
        return open(
                other,
                open -> then.apply(
                        kernel.review(ReviewInputs.of(input.crs(), input.plots(), input.project(), other, open, set))));
    }

    /** What a request is judged by at this moment: the baseline at its T and K, and the rules in force. */
    public Ground ground(ReviewRequest request) {
        ProjectCheck.check(request.project());
        Baseline baseline = baselines.resolve(request.asOf(), request.known());
        return new Ground(
                baseline, rules.inForce(baseline.asOf(), request.project().appliedOn(), baseline.asked()));
    }

    /**
     * Makes a review and gives it to somebody else's work; nothing is written. The snapshots of its input are open while that
     * work runs, and not afterwards.
     */
    public <T> T review(ReviewRequest request, Function<ReviewResult, T> then) {
        return review(request, ground(request), then);
    }

    private <T> T review(ReviewRequest request, Ground ground, Function<ReviewResult, T> then) {
        return open(ground.baseline(), open -> then.apply(kernel.review(input(request, ground, open))));
    }

    private static ReviewInput input(ReviewRequest request, Ground ground, Map<String, Snapshot> open) {
        return ReviewInputs.of(
                request.crs(), request.plots(), request.project(), ground.baseline(), open, ground.rules());
    }

    private <T> T open(Baseline baseline, Function<Map<String, Snapshot>, T> then) {
        try (OpenSnapshots open = OpenSnapshots.of(baseline, snapshots)) {
            return then.apply(open.byLayer());
        }
    }

    private <T> T open(Map<String, String> hashes, Function<Map<String, Snapshot>, T> then) {
        try (OpenSnapshots open = OpenSnapshots.of(hashes, snapshots)) {
            return then.apply(open.byLayer());
        }
    }

    private StoredReview stored(ReviewRequest request, ReviewResult result, String by, @Nullable String file) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        String id = "r-" + HexFormat.of().formatHex(random);
        Instant at = clock.get();
        ReviewJson.Heading heading = new ReviewJson.Heading(id, request.name(), at, by);
        String canonical = CanonicalResult.text(result);
        StoredInput input = StoredInput.of(request, result.input().baseline());
        return new StoredReview(
                id,
                request.name(),
                at,
                by,
                result.input().baseline().asOf(),
                result.input().baseline().known(),
                result.conclusion(),
                result.legal(),
                result.engine(),
                result.input().rules().hash(),
                input.projectText(),
                input.siteText(),
                input.baselineText(),
                canonical,
                CanonicalJson.sha256(canonical),
                json(result, heading, Locale.CHINESE),
                json(result, heading, Locale.ENGLISH),
                file);
    }

    private String json(ReviewResult result, ReviewJson.Heading heading, Locale locale) {
        return JsonMapper.shared().writeValueAsString(ReviewJson.of(result, classes, heading, locale));
    }
}
