package org.cuntu.business.survey.internal;

import org.cuntu.testing.TestApplication;

class SurveyOnH2Test extends SurveyContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
