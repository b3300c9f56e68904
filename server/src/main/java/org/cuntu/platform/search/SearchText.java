package org.cuntu.platform.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cuntu.platform.search.internal.Pinyin;
import org.cuntu.platform.search.internal.Tokens;

/**
 * What somebody typed, and how well a name answers it: by its characters, by the pinyin of its Chinese, whole or by first
 * letters, from any syllable on. Full and half width, capitals, spaces and punctuation make no difference. Immutable.
 */
public final class SearchText {
    /** The name itself. */
    public static final int EXACT = 1000;

    private static final int LONGEST = 100;

    private final String typed;
    private final String plain;

    private SearchText(String typed) {
        this.typed = typed;
        this.plain = plain(typed);
    }

    /** Texts longer than a hundred characters are cut. */
    public static SearchText of(String typed) {
        String stripped = typed.strip();
        return new SearchText(stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST));
    }

    /** As typed, stripped. */
    public String typed() {
        return typed;
    }

    /** Letters, digits and Chinese characters alone, lower case. */
    public String plain() {
        return plain;
    }

    /** Letters, digits and Chinese characters alone, lower case, of any text. */
    public static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The tokens by which a name is stored. */
    public static Set<String> tokensOf(List<String> names) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String name : names) Tokens.add(plain(name), tokens);
        return tokens;
    }

    /** The tokens of which a name that matches has all. */
    public Set<String> allOf() {
        return Tokens.asked(plain);
    }

    /** The tokens of which a name that matches by its pinyin has one; empty when what was typed is no pinyin. */
    public Set<String> oneOf() {
        return Tokens.askedByPinyin(plain);
    }

    /**
     * 0: no answer. Otherwise the greater the better: the whole name, its beginning, some part of it, then the same by
     * pinyin; of equals the shorter name.
     */
    public int score(String name) {
        if (plain.isEmpty()) return 0;
        String other = plain(name);
        int base = byCharacters(other);
        if (base == 0 && Tokens.isLatin(plain)) base = Pinyin.score(plain, other);
        return base == 0 ? 0 : base - Math.min(90, other.length());
    }

    private int byCharacters(String other) {
        if (other.equals(plain)) return EXACT;
        if (other.startsWith(plain)) return 800;
        return other.contains(plain) ? 600 : 0;
    }
}
