package org.cuntu.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The two languages: Chinese, unless the caller prefers English. */
public final class Languages {
    public static final Locale ZH = Locale.CHINESE;
    public static final Locale EN = Locale.ENGLISH;

    private Languages() {}

    /** By Accept-Language. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return ZH;
        List<Locale> wanted = Collections.list(request.getLocales());
        for (Locale locale : wanted) {
            if (locale.getLanguage().equals("zh")) return ZH;
            if (locale.getLanguage().equals("en")) return EN;
        }
        return ZH;
    }
}
