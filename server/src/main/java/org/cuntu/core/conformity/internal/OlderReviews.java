package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.platform.home.WarmUp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reviews of a home that an earlier version wrote get their ground, their words and their division, one a transaction, before the health is up. */
@Component
@Order(15)
@ConditionalOnWebApplication
class OlderReviews implements WarmUp {
    private final Reviews reviews;
    private final GroundTable grounds;
    private final ReviewNoun noun;
    private final ReviewReaches reaches;
    private final TransactionTemplate transaction;

    OlderReviews(
            Reviews reviews,
            GroundTable grounds,
            ReviewNoun noun,
            ReviewReaches reaches,
            TransactionTemplate transaction) {
        this.reviews = reviews;
        this.grounds = grounds;
        this.noun = noun;
        this.reaches = reaches;
        this.transaction = transaction;
    }

    @Override
    public void warmUp() {
        for (String id : grounds.listMissing()) {
            StoredReview review = reviews.get(id);
            try {
                transaction.executeWithoutResult(status -> {
                    grounds.add(review);
                    noun.add(review.id(), review.name());
                });
            } catch (DuplicateKeyException e) {
                continue; // another node has just done it
            }
        }
        for (String id : reaches.listMissing()) addReach(reviews.get(id));
    }

    private void addReach(StoredReview review) {
        try {
            transaction.executeWithoutResult(status -> reaches.add(review));
        } catch (DuplicateKeyException e) {
            return; // another node has just done it
        }
    }
}
