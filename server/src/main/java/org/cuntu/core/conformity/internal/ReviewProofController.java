package org.cuntu.core.conformity.internal;

import java.util.Map;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.proof.ProofPaper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A review with its proof, in one file: the canonical result, the entry of its making, the path, the signed head, the key. A
 * stranger checks it with {@code ./cuntu verify} and nothing else.
 */
@RestController
@ConditionalOnWebApplication
class ReviewProofController {
    private final SeenReviews reviews;
    private final ProofLog proof;
    private final ProofSearch search;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ReviewProofController(
            SeenReviews reviews,
            ProofLog proof,
            ProofSearch search,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.reviews = reviews;
        this.proof = proof;
        this.search = search;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping("/api/reviews/{id}/proof.json")
    @Requires("conformity:review:print")
    ResponseEntity<Map<String, Object>> proof(@PathVariable String id) {
        StoredReview review = reviews.find(id).orElseThrow(() -> ProblemAnswer.notFound("review.unknown", "id", id));
        // an entry that is not covered yet is waited for: a proof without its head proves nothing
        ProofPaper paper = proof.find("conformity:review:create", id)
                .map(ProofEntry::leaf)
                .flatMap(leaf -> search.paper(leaf, review.canonical()))
                .orElseThrow(() -> new ProblemAnswer(503, Problem.refused("proof.not-yet", Problem.Place.UNKNOWN)));
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "conformity:review:export", id + " proof", review.canonicalHash())
                        .on(ReviewBox.of(review))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".proof.json\"")
                .body(paper.tree());
    }
}
