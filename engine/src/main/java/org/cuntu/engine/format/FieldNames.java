package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a file as they come up, numbered from 0, shared by the rows of all its features. Names are only added. */
final class FieldNames {
    static final int NONE = -1;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int size() {
        return names.size();
    }

    String name(int field) {
        return names.get(field);
    }

    int find(Object name) {
        Integer number = numbers.get(name);
        return number == null ? NONE : number;
    }

    /**
     * The field's number; a new one when the name was not met before.
     *
     * @param likely its number in most features
     */
    int number(String name, int likely) {
        if (likely < names.size() && names.get(likely).equals(name)) return likely;
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known != null) return known;
        names.add(name);
        return names.size() - 1;
    }
}
