package org.cuntu.demo;

import java.util.HashMap;
import java.util.Map;

/** BSM, 18 digits: county 6, layer 4, serial 8; serials run from 1 within a county and layer. */
final class Identifiers {
    private final String layer;
    private final Map<String, Integer> last = new HashMap<>();

    /**
     * @param layer the layer's 4 digits
     */
    Identifiers(String layer) {
        this.layer = layer;
    }

    String next(String county) {
        return of(county, layer, last.merge(county, 1, Integer::sum));
    }

    static String of(String county, String layer, int serial) {
        String digits = "00000000" + serial;
        return county + layer + digits.substring(digits.length() - 8);
    }
}
