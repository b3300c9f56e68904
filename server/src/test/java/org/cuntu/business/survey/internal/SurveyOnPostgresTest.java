package org.cuntu.business.survey.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SurveyOnPostgresTest extends SurveyContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
