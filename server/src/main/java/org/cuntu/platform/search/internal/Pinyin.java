package org.cuntu.platform.search.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** Readings of Chinese characters without tones, ü as v. The one place that knows the library. Thread safe. */
public final class Pinyin {
    private static final int WHOLE = 500;
    private static final int BEGINNING = 450;
    private static final int WITHIN = 350;
    private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();
    private static final HanyuPinyinOutputFormat FORMAT = format();

    private Pinyin() {}

    private static HanyuPinyinOutputFormat format() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }

    /** Every reading of a character, the usual one first; none when it is not Chinese. */
    static List<String> readings(int character) {
        if (character < 0x3400 || character > Character.MAX_VALUE) return List.of();
        return READINGS.computeIfAbsent((char) character, Pinyin::look);
    }

    private static List<String> look(char character) {
        try {
            String[] found = PinyinHelper.toHanyuPinyinStringArray(character, FORMAT);
            return found == null ? List.of() : Arrays.stream(found).distinct().toList();
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How a name answers letters.
     *
     * @param letters a to z alone
     * @return 0 when its pinyin does not hold them from any character on
     */
    public static int score(String letters, String name) {
        for (int start = 0; start < name.length(); start++) {
            int end = end(letters, 0, name, start);
            if (end < 0) continue;
            if (start > 0) return WITHIN;
            return end == name.length() ? WHOLE : BEGINNING;
        }
        return 0;
    }

    /** The character after the last one needed for the rest of the letters; -1 when they do not fit. */
    private static int end(String letters, int from, String name, int at) {
        if (from == letters.length()) return at;
        if (at == name.length()) return -1;
        List<String> readings = readings(name.charAt(at));
        if (readings.isEmpty())
            return name.charAt(at) == letters.charAt(from) ? end(letters, from + 1, name, at + 1) : -1;
        for (String reading : readings) {
            int common = common(letters, from, reading);
            if (common == 0) continue;
            if (from + common == letters.length()) return at + 1;
            int whole = common == reading.length() ? end(letters, from + common, name, at + 1) : -1;
            if (whole >= 0) return whole;
            int first = end(letters, from + 1, name, at + 1);
            if (first >= 0) return first;
        }
        return -1;
    }

    private static int common(String letters, int from, String reading) {
        int n = 0;
        while (n < reading.length() && from + n < letters.length() && letters.charAt(from + n) == reading.charAt(n))
            n++;
        return n;
    }
}
