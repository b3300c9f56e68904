package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.ClassSchemes;
import org.jspecify.annotations.Nullable;

/**
 * How class codes are rolled up at T as known at K: code → base class (without K or A) → first level by the scheme's own column, never by
 * the code's digits → three-way class, which a suffix may change (1107A 干渠) (handbook land classes 1.1, 1.2). What the scheme does not
 * know is its own class of the unknown. Keys: {@code N} three-way, {@code 1.01} first level, {@code 2.0101} base, {@code 3.0201K} code.
 */
final class ClassRoll {
    static final String UNKNOWN = "X";
    private static final Map<String, String> WAYS = Map.of("农用地", "N", "建设用地", "J", "未利用地", "W");

    /** A class at some level. */
    record Named(String key, String zh, String en, @Nullable String parent) {}

    /** Where a code belongs; the keys of its four levels. */
    record Place(String three, String first, String base, String code) {}

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Named> names = new LinkedHashMap<>();
    private final boolean schemed;

    private ClassRoll(boolean schemed) {
        this.schemed = schemed;
    }

    static ClassRoll of(SurveyLayer layer, ClassSchemes schemes, SurveyFile file, Baseline baseline) {
        String scheme = layer.scheme();
        ClassRoll roll = new ClassRoll(scheme != null);
        if (scheme == null) return roll;
        roll.name("N", "农用地", "Agricultural land", null);
        roll.name("J", "建设用地", "Construction land", null);
        roll.name("W", "未利用地", "Unused land", null);
        List<ClassSchemes.Entry> entries = schemes.find(scheme).orElse(List.of());
        Map<String, ClassSchemes.Entry> byCode = new HashMap<>();
        entries.forEach(entry -> byCode.put(entry.code(), entry));
        for (ClassSchemes.Entry entry : entries) {
            String base = base(entry.code(), byCode);
            String way = file.threeWay(scheme, entry.code(), baseline.asOf(), baseline.asked())
                    .or(() -> file.threeWay(scheme, base, baseline.asOf(), baseline.asked())
                            .filter(ruled ->
                                    entry.threeWay().equals(byCode.get(base).threeWay())))
                    .orElse(entry.threeWay());
            roll.add(entry, byCode.getOrDefault(base, entry), WAYS.getOrDefault(way, UNKNOWN));
        }
        return roll;
    }

    private static String base(String code, Map<String, ClassSchemes.Entry> byCode) {
        String shorter = code.length() == 5 ? code.substring(0, 4) : code;
        return byCode.containsKey(shorter) ? shorter : code;
    }

    private void add(ClassSchemes.Entry entry, ClassSchemes.Entry base, String way) {
        Place place = new Place(way, "1." + base.l1(), "2." + base.code(), "3." + entry.code());
        places.put(entry.code(), place);
        name(place.first, base.l1Name(), base.l1En(), null);
        name(place.base, base.name(), base.en(), place.first);
        name(place.code, entry.name(), entry.en(), place.base);
    }

    private void name(String key, String zh, String en, @Nullable String parent) {
        names.putIfAbsent(key, new Named(key, zh, en, parent));
    }

    /** Whether its classes have levels; a survey without a scheme has its words alone. */
    boolean isSchemed() {
        return schemed;
    }

    Place place(String code) {
        Place known = places.get(code);
        if (known != null) return known;
        return schemed
                ? new Place(UNKNOWN, "1." + UNKNOWN, "2." + UNKNOWN, "3." + UNKNOWN)
                : new Place(UNKNOWN, "1." + code, "2." + code, "3." + code);
    }

    /** Whether a code is in the class of a key, at whatever level. */
    boolean isIn(String code, String key) {
        Place place = place(code);
        return key.equals(place.three) || key.equals(place.first) || key.equals(place.base) || key.equals(place.code);
    }

    /** 耕地. */
    boolean isCropland(String code) {
        return schemed && place(code).first.equals("1.01");
    }

    Named named(String key) {
        Named found = names.get(key);
        if (found != null) return found;
        if (key.endsWith(UNKNOWN)) return new Named(key, "未知地类", "Unknown class", null);
        String word = key.length() > 2 ? key.substring(2) : key;
        return word.isEmpty() ? new Named(key, "未填", "Not stated", null) : new Named(key, word, word, null);
    }

    /** The scheme's classes of a level in its order, first levels 1, bases 2, codes 3. */
    List<Named> listLevel(int level) {
        List<Named> found = new ArrayList<>();
        for (Named each : names.values()) if (each.key.startsWith(level + ".")) found.add(each);
        return found;
    }

    /** N, J and W. */
    List<Named> listWays() {
        return names.values().stream().filter(each -> each.key.length() == 1).toList();
    }
}
