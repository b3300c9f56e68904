package org.cuntu.core.catalogue;

import java.util.Locale;

/** A name or a sentence in the two languages of the house. */
public record Named(String zh, String en) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
