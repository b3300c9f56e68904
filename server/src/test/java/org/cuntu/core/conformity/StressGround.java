package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.rules.Project;
import org.locationtech.jts.geom.Geometry;

/**
 * The hardest paper there is: fifty plots of three hundred corners, owners whose names have sixty signs, every class, a
 * detailed plan of small plots. Drawn in degrees near 109.4° E, 24.3° N; a thousandth of a degree counts as 105 m.
 */
final class StressGround {
    static final double METRES = 105_000;
    static final Cutter CUTTER = FlatGround.cutter(METRES);
    static final String LONG_NAME = "广西壮族自治区柳州市某某新型建筑材料与绿色装配式构件生产基地及其配套道路和公用设施改扩建工程项目（第二期第三标段）";
    private static final String[] CLASSES = {
        "0101", "0102", "0103", "0201", "0202", "0204", "0301", "0302", "0305", "0307", "0404", "0508", "05H1", "0601",
        "0602", "0701", "0702", "0809", "0810", "08H1", "08H2", "0900", "1001", "1003", "1004", "1006", "1101", "1104",
        "1107", "1202"
    };
    private static final double CELL = 0.0004;

    private StressGround() {}

    /** @param plots how many @param corners of each @param owners how many villages */
    static FlatGround of(int plots, int corners, int owners) {
        FlatGround ground = FlatGround.with("DLTB", "YJJBNTBHTB", "STBHHX", "CZKFBJ", "GHFQ", "KGDK", "CKQ");
        int columns = (int) Math.ceil(Math.sqrt(plots * 2.0));
        for (int i = 0; i < plots; i++) {
            Geometry plot =
                    round(109.4 + 0.003 * (i % columns) + 0.0015, 24.3 + 0.003 * (i / columns) + 0.0015, corners);
            ground.plot(plot, plot.getArea() * METRES * METRES);
        }
        int wide = (int) Math.ceil((0.003 * columns + 0.001) / CELL);
        int tall = (int) Math.ceil((0.003 * (plots / columns + 1) + 0.001) / CELL);
        for (int x = -2; x < wide; x++) for (int y = -2; y < tall; y++) cell(ground, x, y, owners, wide * 37 + y);
        double east = 109.4 + 0.003 * columns;
        ground.feature("STBHHX", box(east - 0.002, 24.29, east + 0.01, 24.4), "LHLX", "水源涵养", "HXMC", "示例红线");
        ground.feature("CZKFBJ", box(109.39, 24.29, east - 0.004, 24.4), "GHFQDM", "410", "GHFQMC", "城镇集中建设区");
        ground.feature("GHFQ", box(109.3, 24.2, 109.4 + 0.0015 * columns, 24.5), "GHFQDM", "410", "GHFQMC", "城镇集中建设区");
        ground.feature("GHFQ", box(109.4 + 0.0015 * columns, 24.2, 109.9, 24.5), "GHFQDM", "520", "GHFQMC", "一般农业区");
        ground.feature("CKQ", box(109.4005, 24.3005, 109.4025, 24.3025), "XKZH", "1", "KSMC", "示例矿山");
        return ground.rules(Rules.city()).project(new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of()));
    }

    static ReviewResult review(FlatGround ground) {
        return new ReviewKernel(CUTTER, FlatGround.CLASSES).review(ground.input());
    }

    private static Geometry round(double lon, double lat, int corners) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double radius = 0.0011 + 0.0002 * StrictMath.sin(i * 0.7);
            double angle = 2 * StrictMath.PI * i / corners;
            xy[2 * i] = nano(lon + radius * StrictMath.cos(angle));
            xy[2 * i + 1] = nano(lat + radius * StrictMath.sin(angle));
        }
        return FlatGround.ring(xy);
    }

    private static void cell(FlatGround ground, int x, int y, int owners, int seed) {
        int mixed = Math.floorMod(x * 31 + y * 17 + x * y, CLASSES.length);
        int owner = Math.floorMod(x / 3 + y / 3 * 7, owners);
        String code = CLASSES[mixed];
        boolean crop = code.startsWith("01");
        Geometry shape = box(109.4 + x * CELL, 24.3 + y * CELL, 109.4 + (x + 1) * CELL, 24.3 + (y + 1) * CELL);
        String name = "柳州市鱼峰区雒容镇第" + owner + "村民委员会所属农民集体经济组织联合总社第三经济合作社（原大塘生产大队）";
        ground.feature(
                "DLTB",
                shape,
                "BSM",
                "d" + x + "_" + y,
                "DLBM",
                code,
                "DLMC",
                code,
                "QSXZ",
                owner % 5 == 0 ? "20" : "30",
                "QSDWMC",
                name,
                "KCXS",
                crop ? 0.1256 : 0.0,
                "GDPDJB",
                crop ? String.valueOf(1 + Math.floorMod(seed, 5)) : "");
        if (crop && mixed % 2 == 0)
            ground.feature(
                    "YJJBNTBHTB", shape, "DLBM", code, "DLMC", code, "YJJBNTTBBH", "n" + x + "_" + y, "KCXS", 0.1256);
        if (mixed % 3 == 0)
            ground.feature(
                    "KGDK",
                    shape,
                    "DKBH",
                    "A-" + x + "-" + y,
                    "YDYHFLDM",
                    "1001",
                    "YDYHFLMC",
                    "工业用地",
                    "JRDM",
                    "",
                    "GHZT",
                    "已批");
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FlatGround.box(nano(west), nano(south), nano(east), nano(north));
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
