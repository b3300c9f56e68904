package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cuntu.business.planning.PlanIndicator;

/**
 * Finds an indicator in a plan's text: one of its words, at most some signs without a figure or the end of a clause, a number, and a
 * unit of its kind. A number of another kind — a share where an area is asked — is not its number.
 */
final class TextReading {
    private static final String NUMBER = "([0-9][0-9,，]{0,20}(?:\\.[0-9]{1,12})?)";
    private static final String AREAS = "万公顷|公顷|hm²|hm2|ha|平方公里|平方千米|km²|km2|万亩|亩|平方米|m²|㎡|m2";
    private static final String PIECES = "个|处|块|宗|项";

    private TextReading() {}

    /** In the order of the text. @param paragraphs numbered from 1 */
    static List<Written> find(PlanIndicator indicator, List<String> paragraphs) {
        List<Written> found = new ArrayList<>();
        if (indicator.words().isEmpty()) return found;
        Pattern pattern = pattern(indicator);
        for (int i = 0; i < paragraphs.size(); i++) {
            Matcher matcher = pattern.matcher(paragraphs.get(i));
            while (matcher.find()) {
                BigDecimal value = new BigDecimal(matcher.group(1).replaceAll("[,，]", ""));
                String unit = AreaUnit.isKnown(matcher.group(2)) ? matcher.group(2) : "";
                found.add(
                        new Written(value, unit, String.valueOf(i + 1), sentence(paragraphs.get(i), matcher.start())));
            }
        }
        return found;
    }

    private static Pattern pattern(PlanIndicator indicator) {
        String words = indicator.words().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?:" + words + ")[^0-9，,。；;、]{0,10}" + NUMBER + "\\s{0,3}(" + units(indicator) + ")");
    }

    private static String units(PlanIndicator indicator) {
        if (AreaUnit.isKnown(indicator.unit())) return AREAS;
        if (indicator.unit().equals("个")) return PIECES;
        return indicator.unit().equals("%") ? "%|％" : Pattern.quote(indicator.unit());
    }

    /** The sentence around a place. */
    private static String sentence(String paragraph, int at) {
        int from = StrictMath.max(paragraph.lastIndexOf('。', at), paragraph.lastIndexOf('；', at)) + 1;
        int to = paragraph.indexOf('。', at);
        return paragraph.substring(from, to < 0 ? paragraph.length() : to + 1).strip();
    }
}
