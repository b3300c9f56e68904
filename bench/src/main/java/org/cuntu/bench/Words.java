package org.cuntu.bench;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the bench in the language asked for. */
final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** @param language zh or en */
    Words(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(
                "bench.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    ResourceBundle bundle() {
        return bundle;
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** A row's name; the name itself where there is no other word for it. */
    String row(String name) {
        String key = "row." + name.replaceAll("[^A-Za-z0-9]+", "-");
        return bundle.containsKey(key) ? bundle.getString(key) : name;
    }
}
