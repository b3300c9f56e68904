package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.internal.ReviewWords;
import tools.jackson.databind.JsonNode;

/** Reads a review JSON for the renderers. */
record ReviewView(JsonNode root, Locale locale) {
    static ReviewView of(JsonNode root) {
        return new ReviewView(root, Locale.of(root.path("language").asString("zh")));
    }

    String word(String key) {
        return ReviewWords.in(locale, key);
    }

    String word(String key, Object... args) {
        Map<String, String> named = new java.util.LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) named.put(String.valueOf(args[i]), String.valueOf(args[i + 1]));
        return ReviewWords.in(locale, key, named);
    }

    /** A member's text by path; empty when there is none. */
    String text(String pointer) {
        return root.at(pointer).asString("");
    }

    int count(String... verdicts) {
        int count = 0;
        for (JsonNode finding : root.path("findings"))
            if (List.of(verdicts).contains(finding.path("verdict").asString(""))) count++;
        return count;
    }

    boolean isInvented() {
        for (JsonNode layer : root.path("layers")) if (layer.path("invented").asBoolean(false)) return true;
        return false;
    }

    /** The article of a finding in one line. */
    String article(JsonNode finding) {
        List<String> parts = new ArrayList<>();
        for (JsonNode article : finding.path("article")) {
            String name = (article.path("doc").asString("") + " " + article.path("clause").asString("")).strip();
            boolean open = article.path("status").asString("").equals("unverified");
            parts.add(open ? name + word("article.UNVERIFIED") : name);
        }
        return String.join(locale.getLanguage().equals("en") ? "; " : "；", parts);
    }

    /** An instant in the bureau's zone (UTC+8), to the minute. */
    String instant(String iso) {
        if (iso.isEmpty()) return "–";
        return java.time.Instant.parse(iso)
                .atOffset(java.time.ZoneOffset.ofHours(8))
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT));
    }

    String date(String iso) {
        return iso.isEmpty() ? "–" : instant(iso).substring(0, 10);
    }
}
