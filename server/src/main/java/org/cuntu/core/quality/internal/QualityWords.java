package org.cuntu.core.quality.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the papers of quality checks. */
final class QualityWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = bundle("zh");
    private static final ResourceBundle EN = bundle("en");

    private QualityWords() {}

    /** One language; anything but English is Chinese. */
    static String in(Locale locale, String key) {
        return (locale.getLanguage().equals("en") ? EN : ZH).getString(key);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "words.quality", Locale.of(language), QualityWords.class.getClassLoader(), NO_FALLBACK);
    }
}
