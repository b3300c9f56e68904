package org.cuntu.business.permitting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Site visits of cases. A case whose matter has a visiting step is not decided without one. Thread safe. */
public interface SiteVisits {
    record Order(
            Instant visitedAt,
            double lon,
            double lat,
            String others,
            String findings,
            boolean agrees,
            List<SiteVisit.Photo> photos) {
        public Order {
            photos = List.copyOf(photos);
        }
    }

    /** Writes and signs it. @throws org.cuntu.engine.problem.InputRefused with everything that is wrong */
    SiteVisit sign(UUID caseId, Order order);

    /** The newest first; of a case that the caller may see. */
    List<SiteVisit> list(UUID caseId);
}
