package org.cuntu.business.permitting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The record of a site visit (现场踏勘), signed when it is written and never changed.
 *
 * @param lon, lat where, EPSG:4490
 * @param others who else was there
 * @param agrees whether the ground is as the application says
 * @param leaf of the proof log
 */
public record SiteVisit(
        UUID id,
        UUID caseId,
        String division,
        Instant visitedAt,
        double lon,
        double lat,
        String others,
        String findings,
        boolean agrees,
        String signedBy,
        Instant signedAt,
        String leaf,
        List<Photo> photos) {
    public SiteVisit {
        photos = List.copyOf(photos);
    }

    public record Photo(String sha256, String name, String media) {}
}
