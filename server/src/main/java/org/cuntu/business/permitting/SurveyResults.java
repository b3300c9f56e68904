package org.cuntu.business.permitting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.files.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * Survey results: registered by one person, checked by another, found by project or ground. Thread safe.
 */
public interface SurveyResults {
    /** @param site FeatureCollection, EPSG:4490; division significant digits */
    record Order(
            String projectCode,
            String stage,
            String title,
            String surveyor,
            LocalDate surveyedOn,
            String division,
            String site,
            FileRef file) {}

    /**
     * What is looked for.
     *
     * @param text part of project code, title or surveyor
     * @param stage null: any
     * @param box only what meets it: west, south, east, north; null: anywhere
     */
    record Filter(
            String text, @Nullable String stage, @Nullable List<Double> box) {}

    /**
     * @throws org.cuntu.engine.problem.InputRefused with everything that is wrong
     * @throws org.cuntu.platform.http.ProblemAnswer 409 when the same survey is there already
     */
    SurveyResult register(Order order);

    /** @throws org.cuntu.platform.http.ProblemAnswer 403 for whoever registered it */
    SurveyResult check(UUID id, boolean good, String words);

    /** The last registered first. */
    List<SurveyResult> list(Filter filter, int most);

    Optional<SurveyResult> find(UUID id);
}
