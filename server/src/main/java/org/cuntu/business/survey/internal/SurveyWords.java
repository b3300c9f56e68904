package org.cuntu.business.survey.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the survey's files in Chinese and English: {@code words/survey_zh.properties} and {@code _en}. */
final class SurveyWords {
    private final ResourceBundle bundle;
    private final boolean english;

    /** Anything but English is Chinese. */
    SurveyWords(Locale locale) {
        english = locale.getLanguage().equals("en");
        bundle = ResourceBundle.getBundle(
                "words.survey",
                Locale.of(english ? "en" : "zh"),
                SurveyWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    boolean isEnglish() {
        return english;
    }

    String pick(String zh, String en) {
        return english ? en : zh;
    }
}
