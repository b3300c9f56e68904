package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A live answer for a page that follows the pen (RFC 7240 {@code Prefer: return=minimal}): without the tables of the
 * paper, which the page sums from the leaves itself, and without fields that hold nothing. All figures stay.
 */
final class Brief {
    private Brief() {}

    static boolean isPreferred(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(preference -> preference.strip().equalsIgnoreCase("return=minimal"));
    }

    /** @param tree the answer as {@link ReviewJson} makes it; changed in place */
    static void make(Map<String, @Nullable Object> tree) {
        tree.remove("tables");
        for (Object layer : list(tree.get("layers")))
            if (layer instanceof Map<?, ?> answer)
                for (Object leaf : list(answer.get("leaves")))
                    if (leaf instanceof Map<?, ?> piece && piece.get("fields") instanceof Map<?, ?> fields)
                        fields.values().removeIf(value -> value == null || "".equals(value));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
