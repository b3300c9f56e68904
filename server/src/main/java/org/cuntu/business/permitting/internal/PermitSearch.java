package org.cuntu.business.permitting.internal;

import java.util.Locale;
import org.cuntu.business.permitting.Permit;

/** By which words a certificate is found: nothing of a person. */
final class PermitSearch {
    private PermitSearch() {}

    static String text(Permit permit) {
        String holder = permit.holderKind().equals("natural") ? "" : permit.holder();
        String text = String.join("\n", permit.number(), permit.caseNumber(), permit.project(), holder);
        return text.toLowerCase(Locale.ROOT);
    }

    /** A part of a text as {@code like … escape '!'} wants it. */
    static String like(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
