package org.cuntu.core.cases;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a matter's papers: plain text with places {@code {name}} of a fixed list. Nothing in them is computed. */
public final class MatterTemplate {
    /** 受理通知书 */
    public static final String ACCEPTANCE = "acceptance";
    /** 不予受理通知书 */
    public static final String NON_ACCEPTANCE = "non-acceptance";
    /** 补正告知书 */
    public static final String CORRECTION = "correction";
    /** 不予许可决定书 */
    public static final String REFUSAL = "refusal";
    /** 容缺受理承诺书 */
    public static final String DEFERRAL = "deferral";

    /** What may stand between the brackets. */
    public static final Set<String> PLACES = Set.copyOf(new TreeSet<>(Set.of(
            "number",
            "name",
            "applicant",
            "matter",
            "date",
            "unit",
            "authority",
            "place",
            "reason",
            "articles",
            "materials",
            "days",
            "due",
            "remedies",
            "certificate")));

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private MatterTemplate() {}

    /** The text with its places filled; one without a value stays empty. */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
