package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Replay;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;

/** A kept review is found by its number and name, by its ground, and by whom its division lets see it, from the transaction on in which it is kept. */
final class FoundReviews implements Reviews.Proof {
    private final Reviews.Proof proof;
    private final ReviewNoun noun;
    private final GroundTable grounds;
    private final ReviewReaches reaches;

    FoundReviews(Reviews.Proof proof, ReviewNoun noun, GroundTable grounds, ReviewReaches reaches) {
        this.proof = proof;
        this.noun = noun;
        this.grounds = grounds;
        this.reaches = reaches;
    }

    @Override
    public String stored(StoredReview review) {
        grounds.add(review);
        reaches.add(review);
        noun.add(review.id(), review.name());
        return proof.stored(review);
    }

    @Override
    public void replayed(StoredReview review, Replay replay, String by) {
        proof.replayed(review, replay, by);
    }
}
