package org.cuntu.demo;

/**
 * What a cell's ground is: decided once for the place of its seed.
 *
 * @param dlbm land class of SD2019
 * @param slope slope class 1–5
 * @param zone plan zone code (GHFQDM)
 * @param urban as {@link Towns#urban}
 * @param town number of the town it belongs to when urban is positive
 * @param hazard 0 none, 1 low, 2 medium, 3 high, 4 very high
 * @param flood 0 none, 1 medium, 2 high
 * @param reserve 0 none, otherwise twice the reserve's number, plus one in the core
 */
record Site(String dlbm, int slope, int zone, double urban, int town, int hazard, int flood, int reserve) {
    /** The same place with another land class. */
    Site as(String other) {
        return new Site(other, slope, zone, urban, town, hazard, flood, reserve);
    }
}
