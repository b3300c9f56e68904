package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reviews the site of a case and attaches the review with its hash; then the token that waits for it goes on. The review, its attachment
 * and the move are one transaction, once a site: a run that comes after another did it only moves the token.
 */
@Component
class CaseReviewTask implements TaskKind {
    static final String KIND = "cases.review";
    private static final String FARMLAND = "YJJBNTBHTB";

    private final CaseTable cases;
    private final CaseTexts texts;
    private final RemarkTable remarks;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CaseMoves moves;
    private final Reviews reviews;
    private final Processes processes;
    private final CityClock clock;

    CaseReviewTask(
            CaseTable cases,
            CaseTexts texts,
            RemarkTable remarks,
            CaseReading reading,
            CaseTransaction transaction,
            CaseMoves moves,
            Reviews reviews,
            Processes processes,
            CityClock clock) {
        this.cases = cases;
        this.texts = texts;
        this.remarks = remarks;
        this.reading = reading;
        this.transaction = transaction;
        this.moves = moves;
        this.reviews = reviews;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        UUID id = UUID.fromString(context.params().get("case"));
        CaseRow row = cases.find(id).orElseThrow();
        Matter matter = reading.matter(row);
        MatterReview review = matter.review();
        String site = texts.site(id, row.siteHash());
        if (review == null || site == null) return TaskResult.of(Map.of("case", row.called()));
        if (!String.valueOf(row.siteHash()).equals(row.reviewSite())) {
            ReviewRequest request = request(row, review, CaseSite.read(site));
            Reviews.Ground ground = reviews.ground(request);
            reviews.keep(ground.rules());
            transaction.within(id, held -> attach(held, request, ground, context.actor()));
        } else transaction.within(id, held -> processes.message(id, "review"));
        return TaskResult.of(Map.of("case", row.called()));
    }

    /** Where the form says a use or a level that there is not, nothing is said of them: what depends on them is not answered. */
    private ReviewRequest request(CaseRow row, MatterReview review, CaseSite site) {
        ReviewRequest request = site.request(row, review, reading.form(row));
        try {
            reviews.ground(request);
            return request;
        } catch (InputRefused e) {
            MatterReview unknown = new MatterReview(review.step(), "", "", "", review.sites(), review.blocking(), null);
            return site.request(row, unknown, Map.of());
        }
    }

    private void attach(CaseRow row, ReviewRequest request, Reviews.Ground ground, String by) {
        String site = String.valueOf(row.siteHash());
        if (!site.equals(row.reviewSite())) {
            StoredReview stored = reviews.store(request, ground, by, () -> null).review();
            JsonNode tree = JsonMapper.shared().readTree(stored.zh());
            CaseFile.AttachedReview attached = new CaseFile.AttachedReview(
                    stored.id(),
                    stored.canonicalHash(),
                    stored.conclusion().name(),
                    count(tree, "FAIL"),
                    count(tree, "NOT_ANSWERED"),
                    clock.now());
            remarks.review(row.id(), attached, site);
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("review", attached.id());
            columns.put("review_hash", attached.hash());
            columns.put("review_conclusion", attached.conclusion());
            columns.put("review_conflicts", attached.conflicts());
            columns.put("review_unanswered", attached.notAnswered());
            columns.put("review_at", attached.at());
            columns.put("review_site", site);
            columns.put("farmland", touches(tree, FARMLAND));
            columns.put(
                    "major",
                    !request.project().level().isEmpty()
                            && !request.project().level().equals("ordinary"));
            cases.set(row.id(), columns);
            moves.note(
                    row,
                    row.state(),
                    CaseMoves.Done.of("REVIEWED", "review").at(attached.id()).naming(attached.hash()));
        }
        processes.message(row.id(), "review");
    }

    private static int count(JsonNode review, String verdict) {
        int count = 0;
        for (JsonNode finding : review.path("findings"))
            if (finding.path("verdict").asString("").equals(verdict)) count++;
        return count;
    }

    private static boolean touches(JsonNode review, String layer) {
        for (JsonNode each : review.path("layers"))
            if (each.path("layer").asString("").equals(layer))
                return each.path("answer").asString("").equals("CONCERNED");
        return false;
    }
}
