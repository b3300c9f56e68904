package org.cuntu.core.catalogue.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the catalogue's files in Chinese and English: {@code words/catalogue_zh.properties} and {@code _en}. */
final class CatalogueWords {
    private final ResourceBundle bundle;

    /** Anything but English is Chinese. */
    CatalogueWords(Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "zh";
        this.bundle = ResourceBundle.getBundle(
                "words.catalogue",
                Locale.of(language),
                CatalogueWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    String of(Enum<?> value) {
        return bundle.getString(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }
}
