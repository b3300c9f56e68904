package org.cuntu.business.survey;

/** The levels of divisions by the significant digits of their codes (handbook survey database 2.5; GB/T 2260). */
public enum DivisionLevel {
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
