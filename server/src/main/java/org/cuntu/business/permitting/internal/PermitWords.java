package org.cuntu.business.permitting.internal;

import java.util.Locale;
import java.util.ResourceBundle;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;

/** The words of certificates and letters in Chinese and English: {@code words/permitting_zh.properties} and {@code _en}. */
final class PermitWords {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** Anything but English is Chinese. */
    PermitWords(Locale asked) {
        locale = Locale.of(asked.getLanguage().equals("en") ? "en" : "zh");
        bundle = ResourceBundle.getBundle(
                "words.permitting",
                locale,
                PermitWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    String of(String key) {
        return bundle.getString(key);
    }

    String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", String.valueOf(value));
    }

    String pick(Words words) {
        return words.in(locale);
    }

    String article(Article article) {
        String text = (article.doc() + " " + article.clause()).strip();
        return article.status() == Article.Status.VERIFIED ? text : text + " · " + of("unverified");
    }
}
