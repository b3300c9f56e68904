package org.cuntu.core.conformity.internal;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.cuntu.core.rules.Words;

/** The words of a review in Chinese and English: {@code words/review_zh.properties} and {@code _en}. */
public final class ReviewWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = bundle("zh");
    private static final ResourceBundle EN = bundle("en");

    private ReviewWords() {}

    /** Both languages. */
    public static Words of(String key) {
        return new Words(text(ZH, key), text(EN, key));
    }

    /** One language; anything but English is Chinese. */
    public static String in(Locale locale, String key) {
        return text(locale.getLanguage().equals("en") ? EN : ZH, key);
    }

    /** One language, with figures put for {@code {name}}. */
    public static String in(Locale locale, String key, Map<String, String> args) {
        String text = in(locale, key);
        for (Map.Entry<String, String> arg : args.entrySet())
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        return text;
    }

    /** The same in both: a figure, a code, a name as the data gives it. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    private static String text(ResourceBundle bundle, String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "words.review", Locale.of(language), ReviewWords.class.getClassLoader(), NO_FALLBACK);
    }
}
