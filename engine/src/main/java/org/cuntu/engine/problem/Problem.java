package org.cuntu.engine.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input: a stable code, where it is, and the figures its sentences need. The sentences (what, why,
 * what to do) stand in Chinese and English in the message files under {@code problems/}, one file for the code's first
 * word: code {@code format.txt.no-plots} is in {@code problems/format_zh.properties} as {@code format.txt.no-plots.what}
 * and {@code .todo}. Immutable.
 *
 * @param code stable, lower case, dotted
 * @param severity whether the input is refused, or accepted with a warning
 * @param args named figures for the sentences, in order
 * @param place where in the input
 */
public record Problem(String code, Severity severity, Map<String, String> args, Place place) {
    /** REFUSED stops the input; WARNING is shown beside the result. */
    public enum Severity {
        REFUSED,
        WARNING
    }

    /**
     * Where: any part may be unknown.
     *
     * @param file the file's name as the user knows it
     * @param line 1-based line of a text file
     * @param plot the plot's number or name
     * @param ring 1-based ring
     * @param point the point's own name or 1-based number
     * @param coordinate the place itself in the input's own coordinates, x (east or longitude) then y
     */
    public record Place(
            @Nullable String file,
            @Nullable Integer line,
            @Nullable String plot,
            @Nullable Integer ring,
            @Nullable String point,
            double @Nullable [] coordinate) {
        public static final Place UNKNOWN = new Place(null, null, null, null, null, null);

        public static Place file(String file) {
            return new Place(file, null, null, null, null, null);
        }

        public static Place line(String file, int line) {
            return new Place(file, line, null, null, null, null);
        }

        public Place at(double x, double y) {
            return new Place(file, line, plot, ring, point, new double[] {x, y});
        }

        public Place plot(String name) {
            return new Place(file, line, name, ring, point, coordinate);
        }

        public Place ring(int number) {
            return new Place(file, line, plot, number, point, coordinate);
        }

        public Place point(String name) {
            return new Place(file, line, plot, ring, name, coordinate);
        }

        public Place inFile(String name) {
            return new Place(name, line, plot, ring, point, coordinate);
        }
    }

    public Problem {
        args = Map.copyOf(args);
    }

    /** A refusing problem; args are given as name, value, name, value… */
    public static Problem refused(String code, Place place, Object... args) {
        return new Problem(code, Severity.REFUSED, named(args), place);
    }

    /** A warning; args are given as name, value, name, value… */
    public static Problem warning(String code, Place place, Object... args) {
        return new Problem(code, Severity.WARNING, named(args), place);
    }

    /** The sentence that says what is wrong and why. */
    public String what(Locale locale) {
        return Sentences.of(this, "what", locale);
    }

    /** The sentence that says what to do. */
    public String todo(Locale locale) {
        return Sentences.of(this, "todo", locale);
    }

    /** Where, in words: file, line, plot, ring, point. Empty when unknown. */
    public String where(Locale locale) {
        return Sentences.where(place, locale);
    }

    private static Map<String, String> named(Object... args) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) map.put(String.valueOf(args[i]), String.valueOf(args[i + 1]));
        return map;
    }
}
