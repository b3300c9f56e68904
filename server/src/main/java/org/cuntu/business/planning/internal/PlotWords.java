package org.cuntu.business.planning.internal;

import java.util.Locale;
import java.util.ResourceBundle;
import tools.jackson.databind.JsonNode;

/** The words of sheets and tables of coverage in Chinese and English: {@code words/plots_zh.properties} and {@code _en}. */
final class PlotWords {
    private final ResourceBundle bundle;
    private final boolean english;

    /** Anything but English is Chinese. */
    PlotWords(Locale locale) {
        english = locale.getLanguage().equals("en");
        bundle = ResourceBundle.getBundle(
                "words.plots",
                Locale.of(english ? "en" : "zh"),
                PlotWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", String.valueOf(value));
    }

    boolean isEnglish() {
        return english;
    }

    String pick(String zh, String en) {
        return english && !en.isEmpty() ? en : zh;
    }

    /** Of a tree with zh and en. */
    String pick(JsonNode words) {
        return pick(words.path("zh").asString(""), words.path("en").asString(""));
    }

    /** A limit as it is printed: none is said in words, never as 0. */
    String limit(JsonNode limit) {
        String value = limit.path("value").asString("");
        return switch (limit.path("operator").asString("")) {
            case "AT_MOST" -> "≤ " + value;
            case "AT_LEAST" -> "≥ " + value;
            case "RANGE" -> limit.path("least").asString("") + " – " + value;
            case "NONE" -> of("limit.none");
            default -> of("limit.unreadable");
        };
    }

    /** A verdict's word by its name: CONCERNED, CLEAR, NOT_ANSWERED. */
    String answer(String answer) {
        return of("answer." + answer);
    }
}
