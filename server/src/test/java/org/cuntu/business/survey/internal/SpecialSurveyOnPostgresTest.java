package org.cuntu.business.survey.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SpecialSurveyOnPostgresTest extends SpecialSurveyContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
