package org.cuntu.platform.search.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens of contracts 9. A text gives {@code t:} each pair of neighbours, and each character alone; its Chinese gives
 * {@code i:} the first letters of two neighbours' readings, and {@code p:} the first letters, one to three, of the pinyin
 * from each character on. A character with several readings gives those of all.
 */
public final class Tokens {
    /** Rises when the same text gives other tokens: what is stored is then made anew. */
    static final int VERSION = 1;

    private static final int HEAD = 3;

    private Tokens() {}

    /** @param plain as {@code SearchText.plain} makes it */
    public static void add(String plain, Set<String> tokens) {
        int[] characters = plain.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            tokens.add("t:" + Character.toString(characters[i]));
            boolean last = i + 1 == characters.length;
            if (!last) tokens.add("t:" + pair(characters, i));
            List<String> next = last ? List.of() : Pinyin.readings(characters[i + 1]);
            for (String reading : Pinyin.readings(characters[i])) heads(reading, next, tokens);
        }
    }

    private static String pair(int[] characters, int at) {
        return Character.toString(characters[at]) + Character.toString(characters[at + 1]);
    }

    private static void heads(String reading, List<String> next, Set<String> tokens) {
        for (int n = 1; n <= HEAD && n <= reading.length(); n++) tokens.add("p:" + reading.substring(0, n));
        for (String following : next) {
            tokens.add("i:" + reading.charAt(0) + following.charAt(0));
            String both = reading + following;
            for (int n = reading.length() + 1; n <= HEAD && n <= both.length(); n++)
                tokens.add("p:" + both.substring(0, n));
        }
    }

    /** A name that holds this text has all of these. */
    public static Set<String> asked(String plain) {
        Set<String> tokens = new LinkedHashSet<>();
        int[] characters = plain.codePoints().toArray();
        if (characters.length == 1) tokens.add("t:" + plain);
        for (int i = 0; i + 1 < characters.length; i++) tokens.add("t:" + pair(characters, i));
        return tokens;
    }

    /** A name whose pinyin, whole or by first letters, holds this text has one of these. */
    public static Set<String> askedByPinyin(String plain) {
        Set<String> tokens = new LinkedHashSet<>();
        if (!isLatin(plain)) return tokens;
        tokens.add("p:" + plain.substring(0, Math.min(HEAD, plain.length())));
        if (plain.length() > 1) tokens.add("i:" + plain.substring(0, 2));
        return tokens;
    }

    /** Whether a text is letters a to z alone. */
    public static boolean isLatin(String plain) {
        return !plain.isEmpty() && plain.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
