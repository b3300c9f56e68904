package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;

/** Whether an answer is asked for that holds what the page reads and no more (RFC 7240 {@code Prefer: return=minimal}). */
final class Brief {
    private Brief() {}

    static boolean isPreferred(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(preference -> preference.strip().equalsIgnoreCase("return=minimal"));
    }
}
