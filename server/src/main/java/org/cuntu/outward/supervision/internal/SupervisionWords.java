package org.cuntu.outward.supervision.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of tables and bulletins in Chinese and English: {@code words/supervision_zh.properties} and {@code _en}. */
final class SupervisionWords {
    private final ResourceBundle bundle;
    private final boolean english;

    /** Anything but English is Chinese. */
    SupervisionWords(Locale locale) {
        english = locale.getLanguage().equals("en");
        bundle = ResourceBundle.getBundle(
                "words.supervision",
                Locale.of(english ? "en" : "zh"),
                SupervisionWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", String.valueOf(value));
    }

    boolean isEnglish() {
        return english;
    }
}
