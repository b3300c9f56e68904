package org.cuntu.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The real division codes and names (china-division, MIT): counties, townships and villages in the order of their codes. */
record Divisions(List<County> counties, List<Township> townships) {
    /** A county-level division. */
    record County(int index, String code, String name) {}

    /**
     * A township-level division.
     *
     * @param code 9 digits
     */
    record Township(int index, String code, String name, County county, List<Village> villages) {
        /** Streets (街道) have serial numbers below 100. */
        boolean isStreet() {
            return serial() < 100;
        }

        /** Towns (镇) have serial numbers 100–199, 乡 from 200. */
        boolean isTown() {
            return serial() >= 100 && serial() < 200;
        }

        private int serial() {
            return Integer.parseInt(code.substring(6));
        }
    }

    /**
     * A village or community.
     *
     * @param index its number in the whole city
     * @param code 12 digits
     */
    record Village(int index, String code, String name) {
        /** ZLDWDM: 19 digits. */
        String unitCode() {
            return code + "0000000";
        }
    }

    static Divisions load() {
        Map<String, County> counties = new LinkedHashMap<>();
        Map<String, List<Village>> villages = new LinkedHashMap<>();
        int n = 0;
        for (String[] row : Sources.rows("villages.csv"))
            villages.computeIfAbsent(row[2], k -> new ArrayList<>()).add(new Village(n++, row[0], row[1]));
        List<Township> townships = new ArrayList<>();
        for (String[] row : Sources.rows("townships.csv")) {
            County county = counties.computeIfAbsent(row[2], code -> new County(counties.size(), code, row[3]));
            townships.add(new Township(
                    townships.size(), row[0], row[1], county, List.copyOf(villages.getOrDefault(row[0], List.of()))));
        }
        return new Divisions(List.copyOf(counties.values()), List.copyOf(townships));
    }

    List<Township> of(County county) {
        return townships.stream().filter(t -> t.county().equals(county)).toList();
    }

    int villageCount() {
        return townships.stream().mapToInt(t -> t.villages().size()).sum();
    }
}
