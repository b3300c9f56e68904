package org.cuntu.core.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a matter ends with.
 *
 * @param kind {@code permit} or {@code conditions}
 * @param lead of the number, for example 乡字第
 * @param pattern of the number: {@code {lead}{division}{year}{serial:5}号}
 * @param validMonths 0: without end
 * @param needs code of the matter whose valid result the application must name; null: none
 * @param fields of the certificate, in order: name → {@code form:<field>}, {@code site:area}, {@code site:place}, {@code applicant:name}…
 */
public record MatterResult(
        String kind,
        String lead,
        String pattern,
        int validMonths,
        @Nullable String needs,
        List<Field> fields) {
    public MatterResult {
        fields = List.copyOf(fields);
    }

    public record Field(org.cuntu.core.rules.Words title, String from) {}
}
