package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody, signed in or not, whether a paper is genuine. A check of a review that exists is one entry of the proof log. */
@RestController
@ConditionalOnWebApplication
class PaperCheckController {
    private static final int MOST_A_MINUTE = 30;
    private static final String ANYBODY = "public";

    private final Reviews reviews;
    private final List<PaperSource> others;
    private final ProofLog proof;
    private final TransactionTemplate transaction;
    private final CityClock clock;
    private final Throttle throttle;

    PaperCheckController(
            Reviews reviews,
            List<PaperSource> others,
            ProofLog proof,
            TransactionTemplate transaction,
            CityClock clock) {
        this.reviews = reviews;
        this.others = others;
        this.proof = proof;
        this.transaction = transaction;
        this.clock = clock;
        throttle = new Throttle(MOST_A_MINUTE, Duration.ofMinutes(1), clock::now);
    }

    @GetMapping("/api/verify/{id}")
    @Requires(Requires.PUBLIC)
    ResponseEntity<PaperCheck> check(
            @PathVariable String id, @RequestParam(defaultValue = "") String h, HttpServletRequest request) {
        if (!throttle.allows(String.valueOf(request.getRemoteAddr())))
            throw new ProblemAnswer(429, Problem.refused("review.check-too-often", Problem.Place.UNKNOWN));
        if (id.length() <= 64)
            for (PaperSource other : others) {
                Optional<PaperSource.Checked> paper = other.find(id.strip());
                if (paper.isPresent()) return answer(other, paper.get(), PaperCheck.of(paper.get(), id, h));
            }
        Optional<StoredReview> found = id.length() > 64 ? Optional.empty() : reviews.find(id.strip());
        PaperCheck answer = PaperCheck.of(found, id, h, clock.zone());
        found.ifPresent(review -> note(review, answer));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private ResponseEntity<PaperCheck> answer(PaperSource source, PaperSource.Checked paper, PaperCheck answer) {
        String object = paper.number() + " " + answer.state();
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(ANYBODY, source.act(), object, paper.hash())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private void note(StoredReview review, PaperCheck answer) {
        String object = review.id() + " " + answer.state();
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(ANYBODY, "conformity:review:verify", object, review.canonicalHash())));
    }
}
