package org.cuntu.core.rules;

import java.util.Locale;

/** One text in the two languages of the house. */
public record Words(String zh, String en) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
