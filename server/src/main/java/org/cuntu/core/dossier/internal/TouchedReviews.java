package org.cuntu.core.dossier.internal;

import org.cuntu.core.conformity.ReviewGrounds;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.engine.measure.Area;

/** A stored review that meets a place, as it is shown. */
final class TouchedReviews {
    private TouchedReviews() {}

    static Dossier.Review of(ReviewGrounds.Touched touched, boolean withArea) {
        StoredReview.Line line = touched.line();
        return new Dossier.Review(
                line.id(),
                line.name(),
                line.at().toString(),
                line.by(),
                line.conclusion().name(),
                line.legalArea().toString(),
                withArea ? Area.ofSquareMetres(touched.integral()).toString() : null,
                touched.bounds());
    }
}
