package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.platform.home.WarmUp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reviews of a home that an earlier version wrote get their ground and their words, one a transaction, before the health is up. */
@Component
@Order(15)
@ConditionalOnWebApplication
class OlderReviews implements WarmUp {
    private final Reviews reviews;
    private final GroundTable grounds;
    private final ReviewNoun noun;
    private final TransactionTemplate transaction;

    OlderReviews(Reviews reviews, GroundTable grounds, ReviewNoun noun, TransactionTemplate transaction) {
        this.reviews = reviews;
        this.grounds = grounds;
        this.noun = noun;
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
    }
}
