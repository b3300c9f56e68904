package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Replay;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.springframework.stereotype.Component;

/** The proof log's entries of what is done with reviews. */
@Component
class ProvedReviews implements Reviews.Proof {
    private final ProofLog proof;

    ProvedReviews(ProofLog proof) {
        this.proof = proof;
    }

    @Override
    public String stored(StoredReview review) {
        return proof.append(new ProofAct(review.by(), "conformity:review:create", review.id(), review.canonicalHash())
                .on(ReviewBox.of(review)));
    }

    @Override
    public void replayed(StoredReview review, Replay replay, String by) {
        String object = review.id() + (replay.identical() ? " identical" : " differs");
        proof.append(
                new ProofAct(by, "conformity:review:replay", object, review.canonicalHash()).on(ReviewBox.of(review)));
    }
}
