package org.cuntu.core.conformity.internal;

import java.util.List;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.engine.format.Plot;
import org.cuntu.platform.audit.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The ground of a review as its entries of the proof log name it. */
final class ReviewBox {
    private ReviewBox() {}

    static @Nullable Box of(StoredReview review) {
        return of(StoredInput.of(review).plots());
    }

    static @Nullable Box of(List<Plot> plots) {
        Envelope box = new Envelope();
        for (Plot plot : plots)
            box.expandToInclude(plot.shape().toGeodetic().geometry().getEnvelopeInternal());
        return box.isNull() ? null : new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
