package org.cuntu.platform.http;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Takes numbers of persons out of every line of the log, whatever wrote them there: citizen identity numbers (GB 11643) and
 * mobile numbers keep their beginning and end.
 */
public final class MaskedLog implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final int SHORTEST = 11;
    private static final Pattern CITIZEN =
            Pattern.compile("(?<![0-9A-Fa-f])([1-8]\\d{3})\\d{2}(?:18|19|20)\\d{6}(\\d{3}[0-9Xx])(?![0-9A-Fa-f])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Fa-f.])(1[3-9]\\d)\\d{4}(\\d{4})(?![0-9A-Fa-f])");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, MaskedLog::masked));
    }

    /** The text with such numbers masked: {@code 4502**********1234}, {@code 138****5678}. */
    public static String masked(String text) {
        if (!hasRow(text)) return text;
        String citizen = CITIZEN.matcher(text).replaceAll("$1**********$2");
        return MOBILE.matcher(citizen).replaceAll("$1****$2");
    }

    /** Whether so many digits stand in a row that there may be a number: nearly no text of a log has them. */
    private static boolean hasRow(String text) {
        int row = 0;
        for (int i = 0; i < text.length() && row < SHORTEST; i++) {
            char c = text.charAt(i);
            row = c >= '0' && c <= '9' ? row + 1 : 0;
        }
        return row >= SHORTEST;
    }
}
