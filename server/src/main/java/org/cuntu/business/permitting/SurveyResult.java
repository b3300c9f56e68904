package org.cuntu.business.permitting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * A survey result (测绘成果), registered once and used by every case of its project (多测合一).
 *
 * @param projectCode 项目代码, for example 2601-450206-04-01-123456
 * @param stage of {@code permitting.yaml}
 * @param division significant digits
 * @param site FeatureCollection, EPSG:4490
 * @param box west, south, east, north
 * @param sha256 of the file
 * @param hash of the canonical content
 * @param checkedBy another person than registered it; null: not checked yet
 * @param words of the check
 */
public record SurveyResult(
        UUID id,
        String projectCode,
        String stage,
        String title,
        String surveyor,
        LocalDate surveyedOn,
        String division,
        Area area,
        String site,
        List<Double> box,
        String sha256,
        String fileName,
        String hash,
        State state,
        String registeredBy,
        Instant registeredAt,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        String words,
        boolean invented) {
    public SurveyResult {
        box = List.copyOf(box);
    }

    public enum State {
        REGISTERED,
        CHECKED,
        REJECTED
    }
}
