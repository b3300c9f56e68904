package org.cuntu.bench.cases;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented names of cases, and the tokens by which the server's search finds them (contracts 9). */
final class CaseNames {
    private static final String[] VILLAGES = {"龙江村", "石岸村", "木田村", "白水村", "金塘村", "上山村", "大河村", "青山村"};
    private static final String[] FAMILIES = {"韦", "覃", "莫", "蓝", "黄", "梁", "陆", "罗", "潘", "廖", "石", "周"};
    private static final String[] WORKS = {"新建住房", "翻建住房", "扩建住房"};
    private static final Map<String, String> PINYIN = Stream.of(
                    "龙long 江jiang 村cun 石shi 岸an 木mu 田tian 白bai 水shui 金jin 塘tang 上shang 山shan 大da 河he 青qing".split(" "),
                    "韦wei 覃qin 莫mo 蓝lan 黄huang 梁liang 陆lu 罗luo 潘pan 廖liao 周zhou 家jia 新xin 建jian 住zhu 房fang 翻fan 扩kuo"
                            .split(" "),
                    "柳liu 自zi 规gui 乡xiang 字zi".split(" "))
            .flatMap(Stream::of)
            .collect(Collectors.toMap(each -> each.substring(0, 1), each -> each.substring(1)));

    private CaseNames() {}

    static String family(int n) {
        return FAMILIES[n % FAMILIES.length];
    }

    static String of(int n) {
        return VILLAGES[n / 7 % VILLAGES.length] + family(n) + "家" + WORKS[n / 3 % WORKS.length];
    }

    static String number(int year, int serial) {
        return "柳自规〔" + year + "〕乡字 " + String.format("%04d", serial);
    }

    /** Characters and pairs of them, first letters of the pinyin of two, heads of up to three letters. */
    static Set<String> tokens(String... names) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            for (int i = 0; i < plain.length(); i++) {
                tokens.add("t:" + plain.charAt(i));
                if (i + 1 < plain.length()) tokens.add("t:" + plain.substring(i, i + 2));
                byPinyin(plain, i, tokens);
            }
        }
        return tokens;
    }

    private static void byPinyin(String plain, int at, Set<String> tokens) {
        String reading = PINYIN.get(plain.substring(at, at + 1));
        if (reading == null) return;
        String next = at + 1 < plain.length() ? PINYIN.get(plain.substring(at + 1, at + 2)) : null;
        String both = next == null ? reading : reading + next;
        for (int n = 1; n <= StrictMath.min(3, both.length()); n++) tokens.add("p:" + both.substring(0, n));
        if (next != null) tokens.add("i:" + reading.charAt(0) + next.charAt(0));
    }
}
