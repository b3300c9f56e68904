package org.cuntu.business.survey.internal;

import org.cuntu.testing.TestApplication;

class SpecialSurveyOnH2Test extends SpecialSurveyContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
