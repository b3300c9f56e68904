package org.cuntu.business.planning.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the papers and tables of plans. */
final class PlanWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = bundle("zh");
    private static final ResourceBundle EN = bundle("en");

    private PlanWords() {}

    /** One language; anything but English is Chinese. */
    static String in(Locale locale, String key) {
        return (isEnglish(locale) ? EN : ZH).getString(key);
    }

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "words.plan-lists", Locale.of(language), PlanWords.class.getClassLoader(), NO_FALLBACK);
    }
}
