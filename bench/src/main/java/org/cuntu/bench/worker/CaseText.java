package org.cuntu.bench.worker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in an address. */
final class CaseText {
    private CaseText() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
