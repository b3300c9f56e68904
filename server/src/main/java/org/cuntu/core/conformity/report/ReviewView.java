package org.cuntu.core.conformity.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.internal.ReviewWords;
import tools.jackson.databind.JsonNode;

/** Reads a review JSON for the renderers. */
record ReviewView(JsonNode root, Locale locale, ZoneId zone) {
    private static final List<String> ORDER = List.of("FAIL", "CONDITIONAL", "INFO", "NOT_ANSWERED", "PASS");
    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    /**
     * A finding and its number, the same in the list, on the plates and in the page.
     *
     * @param place its position in the review's findings
     * @param number from 1; 0 for one that takes no ground by its verdict
     */
    record Numbered(JsonNode finding, int place, int number) {
        String verdict() {
            return finding.path("verdict").asString("");
        }
    }

    static ReviewView of(JsonNode root) {
        return of(root, BUREAU);
    }

    static ReviewView of(JsonNode root, ZoneId zone) {
        return new ReviewView(root, Locale.of(root.path("language").asString("zh")), zone);
    }

    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    String word(String key) {
        return ReviewWords.in(locale, key);
    }

    String word(String key, Object... args) {
        Map<String, String> named = new LinkedHashMap<>();
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

    /** The findings by weight; those that fail, have conditions or inform are numbered. */
    List<Numbered> findings() {
        List<JsonNode> all = new ArrayList<>();
        root.path("findings").forEach(all::add);
        List<Numbered> list = new ArrayList<>();
        int number = 0;
        for (String verdict : ORDER)
            for (int i = 0; i < all.size(); i++)
                if (all.get(i).path("verdict").asString("").equals(verdict))
                    list.add(new Numbered(all.get(i), i, ORDER.indexOf(verdict) < 3 ? ++number : 0));
        return list;
    }

    /** Every table of the review, in its order; tables inside of one another too. */
    List<JsonNode> tables() {
        List<JsonNode> tables = new ArrayList<>();
        addTables(root.path("tables"), tables);
        return tables;
    }

    private static void addTables(JsonNode node, List<JsonNode> into) {
        if (node.path("columns").isArray()) into.add(node);
        else if (node.isObject() || node.isArray()) node.forEach(inner -> addTables(inner, into));
    }

    /** The article of a finding in one line. */
    String article(JsonNode finding) {
        List<String> parts = new ArrayList<>();
        for (JsonNode article : finding.path("article")) {
            String name = (article.path("doc").asString("") + " "
                            + article.path("clause").asString(""))
                    .strip();
            boolean open = article.path("status").asString("").equals("unverified");
            parts.add(open ? name + word("article.UNVERIFIED") : name);
        }
        return String.join(isEnglish() ? "; " : "；", parts);
    }

    /** An instant in the bureau's zone, to the minute. */
    String instant(String iso) {
        if (iso.isEmpty()) return "–";
        return Instant.parse(iso).atZone(zone).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT));
    }

    String date(String iso) {
        return iso.isEmpty() ? "–" : instant(iso).substring(0, 10);
    }
}
