package org.cuntu.engine.problem;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.StringJoiner;

/** Looks up and fills the sentences of problems. A missing sentence is a defect that a test finds; here it yields the code. */
final class Sentences {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {}

    static String of(Problem problem, String part, Locale locale) {
        String code = problem.code();
        int dot = code.indexOf('.');
        try {
            String text =
                    bundle(dot < 0 ? code : code.substring(0, dot), locale).getString(code + "." + part);
            for (Map.Entry<String, String> arg : problem.args().entrySet())
                text = text.replace("{" + arg.getKey() + "}", arg.getValue());
            return text;
        } catch (MissingResourceException e) {
            return code;
        }
    }

    static String where(Problem.Place place, Locale locale) {
        ResourceBundle words = bundle("place", locale);
        StringJoiner joiner = new StringJoiner(words.getString("place.joiner"));
        if (place.file() != null && !place.file().isEmpty()) joiner.add(place.file());
        if (place.line() != null) joiner.add(word(words, "place.line", place.line()));
        if (place.plot() != null) joiner.add(word(words, "place.plot", place.plot()));
        if (place.ring() != null) joiner.add(word(words, "place.ring", place.ring()));
        if (place.point() != null) joiner.add(word(words, "place.point", place.point()));
        double[] c = place.coordinate();
        if (c != null) joiner.add("(" + plain(c[0]) + ", " + plain(c[1]) + ")");
        return joiner.toString();
    }

    private static String word(ResourceBundle words, String key, Object value) {
        return words.getString(key).replace("{}", String.valueOf(value));
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) return String.valueOf(value);
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        Locale language = Locale.of(locale.getLanguage().equals("en") ? "en" : "zh");
        return ResourceBundle.getBundle("problems." + name, language, Sentences.class.getClassLoader(), NO_FALLBACK);
    }
}
