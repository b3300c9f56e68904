package org.cuntu.business.survey.internal;

/** 权属性质 rolled up from QSXZ (handbook survey database 2.4). */
enum Ownership {
    STATE,
    COLLECTIVE,
    UNKNOWN;

    static Ownership of(String code) {
        return switch (code) {
            case "10", "20", "21" -> STATE;
            case "30", "31", "32", "33", "34", "40", "41" -> COLLECTIVE;
            default -> UNKNOWN;
        };
    }
}
