package org.cuntu.demo;

import java.util.List;

/** Decides what invented ground a place is, from relief, water, towns and smooth chance. Thread safe. */
final class LandCover {
    private final Dice dice;
    private final Relief relief;
    private final Waters waters;
    private final Towns towns;
    private final DistanceGrid villages;
    private final Noise noise;
    private final Zoning zoning;

    LandCover(Dice dice, Relief relief, Waters waters, Towns towns, Settlement settlement, Ground land) {
        this.dice = dice;
        this.relief = relief;
        this.waters = waters;
        this.towns = towns;
        this.villages = new DistanceGrid(land.box(20_000), settlement.centres);
        this.noise = new Noise(dice, 81);
        this.zoning = new Zoning(dice, relief, waters);
    }

    List<Zoning.Reserve> reserves() {
        return zoning.reserves;
    }

    /**
     * @param county where the seed lies, for what grows there
     * @param side of the cell, metres
     */
    Site at(double x, double y, int county, double side) {
        Towns.Town town = towns.townAt(x, y);
        double urban = towns.urban(x, y);
        int slope = relief.slopeClass(x, y);
        double village = villages.distance(x, y);
        double own = dice.unit(82, Double.doubleToLongBits(x), Double.doubleToLongBits(y));
        String dlbm = urban > 0 && isBuilt(x, y, urban, own)
                ? town(x, y, town, urban, slope)
                : rural(x, y, county, side, slope, village, own);
        return zoning.site(x, y, dlbm, slope, urban, towns.towns.indexOf(town), village);
    }

    private boolean isBuilt(double x, double y, double urban, double own) {
        double limit = 0.30 + 0.22 * noise.at(x, y, 1_500);
        return urban > limit || own < 0.05 + 0.6 * urban;
    }

    private String town(double x, double y, Towns.Town town, double urban, int slope) {
        if (slope >= 4) return own(x, y) < 0.6 ? "0810" : "0305";
        double h = shared(x, y, town.core() ? 330 : 170, 83);
        if (town.core() && urban > 0.62) return pick(h, "05H1 27 0701 36 08H2 12 08H1 8 0810 11 0809 3 09 2 0701 1");
        if (town.core() && towns.isIndustrial(x, y))
            return pick(h, "0601 62 0508 9 0701 9 0809 3 0810 6 1201 5 05H1 4 0601 2");
        if (town.core()) return pick(h, "0701 50 05H1 13 08H2 12 0810 9 08H1 4 0809 3 0508 3 1201 4 0601 2");
        return pick(h, "0701 50 05H1 14 08H1 7 08H2 9 0601 9 0810 4 0809 2 0508 2 1201 3");
    }

    private String rural(double x, double y, int county, double side, int slope, double village, double own) {
        double water = waters.distance.distance(x, y);
        if (side < 420 && own < home(village)) return "0702";
        if (water < 130 && own < 0.25) return "1106";
        double h = shared(x, y, 520, 84);
        if (side > 420) return broad(x, y, county, slope, water, h);
        if (slope <= 2) return plain(x, y, water, h);
        if (slope == 3) return slope3(x, y, county, h);
        if (relief.karst(x, y)) return pick(h, "0305 46 0301 27 1207 14 0404 8 0103 3 0602 2");
        boolean bamboo = county >= 8;
        boolean tea = county == 9 && own < 0.1;
        if (tea) return "0202";
        return pick(
                h,
                bamboo ? "0301 62 0302 19 0307 6 0305 8 0404 3 0103 2" : "0301 66 0305 15 0307 8 0404 6 0103 3 0201 2");
    }

    /** Cells too large to show what is small: the class that prevails. */
    private String broad(double x, double y, int county, int slope, double water, double h) {
        boolean karst = relief.karst(x, y);
        boolean wet = 0.5 - water / 5_000 + 0.6 * noise.layered(x, y + 4e5, 4_500, 2) > 0.05;
        double green = noise.layered(x - 2e5, y, 6_500, 2) + 0.3 * (slope - 3);
        if (slope <= 2 && green < 0.15)
            return pick(h, wet ? "0103 8 0101 64 0204 6 0201 4 0301 18" : "0101 16 0103 36 0204 8 0201 6 0301 34");
        if (slope <= 3 && green < -0.1) return pick(h, "0101 7 0103 18 0204 5 0201 8 0301 54 0305 8");
        if (karst) return pick(h, slope >= 4 ? "0305 52 1207 9 0301 39" : "0301 56 0305 28 0103 10 0201 6");
        if (county >= 8) return pick(h, "0302 17 0301 68 0307 6 0305 6 0101 3");
        return pick(h, slope >= 4 ? "0301 80 0305 13 0307 7" : "0301 72 0305 10 0103 4 0201 7 0307 7");
    }

    private String plain(double x, double y, double water, double h) {
        double wet = 0.5 - water / 5_000 + 0.6 * noise.layered(x, y + 4e5, 4_500, 2);
        if (wet > 0.05) return pick(h, "0101 66 0103 8 1104 6 0204 7 0201 4 1202 2 0301 4 0404 1 0102 2");
        return pick(h, "0103 38 0101 18 0204 13 0201 10 1104 4 1202 3 0301 9 0404 2 0305 2 1206 1");
    }

    private String slope3(double x, double y, int county, double h) {
        double green = noise.layered(x - 2e5, y, 3_500, 2);
        if (green < -0.12) return pick(h, "0103 34 0101 10 0201 20 0204 12 0301 16 0305 5 1104 2 0404 1");
        return pick(
                h,
                county >= 8
                        ? "0301 50 0302 14 0305 8 0101 12 0103 8 0202 4 0307 4"
                        : "0301 52 0305 12 0201 12 0103 12 0307 5 0404 4 0204 3");
    }

    private static double home(double village) {
        if (village < 150) return 0.93;
        if (village < 320) return 0.38;
        return village < 900 ? 0.05 : 0.008;
    }

    /** Chance that neighbours often share, so that like lies beside like. */
    private double shared(double x, double y, double grain, long salt) {
        double u = x + 0.4 * grain * noise.at(x, y, grain);
        double v = y + 0.4 * grain * noise.at(x + 1e5, y, grain);
        boolean alike = dice.unit(salt + 100, Double.doubleToLongBits(x), Double.doubleToLongBits(y)) < 0.5;
        return alike ? dice.unit(salt, (long) Math.floor(u / grain), (long) Math.floor(v / grain)) : own(x, y);
    }

    private double own(double x, double y) {
        return dice.unit(85, Double.doubleToLongBits(x), Double.doubleToLongBits(y));
    }

    /**
     * @param words code and weight, code and weight…
     */
    private static String pick(double h, String words) {
        String[] word = words.split(" ");
        double sum = 0;
        for (int i = 1; i < word.length; i += 2) sum += Integer.parseInt(word[i]);
        double at = h * sum;
        for (int i = 1; i < word.length; i += 2) {
            at -= Integer.parseInt(word[i]);
            if (at < 0) return word[i - 1].intern();
        }
        return word[0].intern();
    }
}
