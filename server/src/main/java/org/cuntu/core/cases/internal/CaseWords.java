package org.cuntu.core.cases.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of cases beside their matters' own. */
final class CaseWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = bundle("zh");
    private static final ResourceBundle EN = bundle("en");

    private CaseWords() {}

    /** One language; anything but English is Chinese. */
    static String in(Locale locale, String key) {
        return (locale.getLanguage().equals("en") ? EN : ZH).getString(key);
    }

    static String state(CaseRow row, Locale locale) {
        if (row.flags().correcting()) return in(locale, "correcting");
        if (row.flags().suspended()) return in(locale, "suspended");
        return in(locale, "state." + row.state().name());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "words.cases", Locale.of(language), CaseWords.class.getClassLoader(), NO_FALLBACK);
    }
}
