package org.cuntu.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, application/problem+json (RFC 9457), in the caller's language. The first problem is the answer's
 * own; all are in {@code problems}.
 *
 * @param type {@code urn:cuntu:problem:} and the code
 * @param title what is wrong, one sentence
 * @param code stable
 * @param detail as title; with how many more there are
 * @param todo what to do
 * @param where in words; empty when unknown
 * @param incident of something unexpected: what the log knows it by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String todo,
        String where,
        List<Item> problems,
        @Nullable String incident) {
    /**
     * One problem.
     *
     * @param coordinate in the input's own system, x then y
     * @param field name of the field or material of a form that it is about, so that a page can show it there; null: none in particular
     * @param pointer JSON pointer of the field within the form; null: it is no field of the form
     * @param titles of the field, {@code zh} and {@code en}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String what,
            String todo,
            String where,
            String severity,
            double @Nullable [] coordinate,
            @Nullable String field,
            @Nullable String pointer,
            @Nullable Map<String, String> titles) {
        public static Item of(Problem problem, Locale locale) {
            Map<String, String> args = problem.args();
            return new Item(
                    problem.code(),
                    problem.what(locale),
                    problem.todo(locale),
                    problem.where(locale),
                    problem.severity().name(),
                    problem.place().coordinate(),
                    args.containsKey("titleEn") ? args.getOrDefault("field", args.get("material")) : null,
                    args.getOrDefault("pointer", "").isEmpty() ? null : args.get("pointer"),
                    args.containsKey("titleEn")
                            ? Map.of("zh", args.getOrDefault("title", ""), "en", args.get("titleEn"))
                            : null);
        }
    }

    public static ProblemBody of(int status, List<Problem> problems, @Nullable String incident, Locale locale) {
        Problem first = problems.getFirst();
        String what = first.what(locale);
        int more = problems.size() - 1;
        String tail =
                more == 0 ? "" : locale.getLanguage().equals("en") ? " (and " + more + " more)" : "（另有 " + more + " 项）";
        return new ProblemBody(
                "urn:cuntu:problem:" + first.code(),
                what,
                status,
                first.code(),
                what + tail,
                first.todo(locale),
                first.where(locale),
                problems.stream().map(problem -> Item.of(problem, locale)).toList(),
                incident);
    }
}
