package org.cuntu.business.survey;

import java.util.List;

/** The statistics of the surveys for whoever asks: what is not seen is not counted. Thread safe. */
public interface SurveyStatistics {
    /** The surveys whose layers whoever asks may see, in the order of the city's file. */
    List<SurveyLayer> listLayers();

    /**
     * A table.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 for a survey or a division that there is not, or that is not seen
     * @throws org.cuntu.engine.problem.InputRefused for a filter or columns that the survey does not have, or a wrong date
     */
    SurveyTable table(TableQuestion question);
}
