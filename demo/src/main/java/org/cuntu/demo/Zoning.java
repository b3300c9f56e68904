package org.cuntu.demo;

import java.util.List;

/** Decides the plan zone, the hazards and the reserves of a place. Control lines never overlap: they are zones. */
final class Zoning {
    /**
     * An invented nature reserve.
     *
     * @param x middle, metres
     */
    record Reserve(String name, String rank, double x, double y, double reach) {}

    final List<Reserve> reserves = List.of(
            new Reserve("云岭国家级自然保护区（演示）", "国家级", Frame.x(109.14), Frame.y(25.40), 13_000),
            new Reserve("九溪自治区级自然保护区（演示）", "自治区级", Frame.x(108.76), Frame.y(25.21), 11_000),
            new Reserve("拉沟岭自治区级自然保护区（演示）", "自治区级", Frame.x(109.98), Frame.y(24.68), 9_000),
            new Reserve("青屏县级自然保护区（演示）", "县级", Frame.x(109.62), Frame.y(25.10), 6_500),
            new Reserve("龙岩湖湿地公园（演示）", "自治区级", Frame.x(109.26), Frame.y(24.46), 2_600));

    private final Relief relief;
    private final Waters waters;
    private final Noise noise;

    Zoning(Dice dice, Relief relief, Waters waters) {
        this.relief = relief;
        this.waters = waters;
        this.noise = new Noise(dice, 91);
    }

    Site site(double x, double y, String dlbm, int slope, double urban, int town, double village) {
        int reserve = reserve(x, y, urban);
        return new Site(
                dlbm,
                slope,
                zone(x, y, dlbm, slope, urban, village, reserve),
                urban,
                town,
                hazard(x, y, slope),
                flood(x, y),
                reserve);
    }

    private int zone(double x, double y, String dlbm, int slope, double urban, double village, int reserve) {
        if (urban > 0) {
            if (slope >= 4 || dlbm.equals("0810") && noise.at(x, y, 1_200) > 0.25) return 430;
            return urban > 0.16 ? 410 : 420;
        }
        if (dlbm.equals("0702")) return 510;
        boolean tilled = LandClasses.isCropland(dlbm);
        double wild = 0.55 * noise.layered(x, y, 26_000, 3)
                + relief.height(x, y) / 2_200
                + (slope - 3) * 0.09
                + (reserve > 0 ? 0.7 : 0);
        if (wild > 0.34 && village > 650 && !(tilled && slope <= 3)) return 100;
        boolean farm = tilled && slope <= 4 && village > 170 && noise.layered(x - 7e5, y, 5_500, 2) > -0.22;
        if (farm) return 300;
        if (wild > 0.2 && !tilled && slope >= 3) return 200;
        return dlbm.startsWith("03") || dlbm.equals("1207") ? 530 : 520;
    }

    private int hazard(double x, double y, int slope) {
        double steep = noise.layered(x + 6e5, y, 3_200, 3) + 0.16 * (slope - 3);
        if (slope < 3 || steep < 0.3) return 0;
        if (steep < 0.42) return 1;
        if (steep < 0.56) return 2;
        return steep < 0.7 ? 3 : 4;
    }

    private int flood(double x, double y) {
        double water = waters.mainDistance.distance(x, y);
        double reach = 420 + 260 * noise.at(x, y, 2_500);
        if (water < reach) return 2;
        return water < reach + 380 && relief.slopeClass(x, y) <= 3 ? 1 : 0;
    }

    private int reserve(double x, double y, double urban) {
        if (urban > 0) return 0;
        for (int i = 0; i < reserves.size(); i++) {
            Reserve r = reserves.get(i);
            double d = Frame.distance(x - r.x(), y - r.y()) / (r.reach() * (1 + 0.35 * noise.layered(x, y, 6_000, 2)));
            if (d < 1) return 2 * (i + 1) + (d < 0.52 ? 1 : 0);
        }
        return 0;
    }
}
