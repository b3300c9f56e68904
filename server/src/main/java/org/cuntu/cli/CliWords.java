package org.cuntu.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the command line that are no problems: help, progress, addresses ({@code cli/words_*.properties}). */
record CliWords(Locale locale) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Chinese unless English is asked for. */
    static CliWords of(String language) {
        return new CliWords(language.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    ResourceBundle bundle() {
        return ResourceBundle.getBundle("cli.words", locale, CliWords.class.getClassLoader(), NO_FALLBACK);
    }

    /** Args as name, value, name, value… */
    String say(String key, Object... args) {
        String text = bundle().getString(key);
        for (int i = 0; i + 1 < args.length; i += 2)
            text = text.replace("{" + args[i] + "}", String.valueOf(args[i + 1]));
        return text;
    }
}
