package org.cuntu.core.catalogue.internal;

/** Unified social credit codes (统一社会信用代码): 18 places, the last a check of the others. Source: GB 32100, by general knowledge. */
final class CreditCode {
    private static final String PLACES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    static boolean isWhole(String code) {
        return code.length() == 18
                && code.chars().allMatch(place -> PLACES.indexOf(place) >= 0)
                && code.charAt(17) == check(code.substring(0, 17));
    }

    /** The check place of the first seventeen: weights are the powers of 3, modulo 31. */
    static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum = (sum + PLACES.indexOf(seventeen.charAt(i)) * weight) % 31;
            weight = weight * 3 % 31;
        }
        return PLACES.charAt((31 - sum) % 31);
    }
}
