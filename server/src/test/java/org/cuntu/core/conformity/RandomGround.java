package org.cuntu.core.conformity;

import static org.cuntu.core.conformity.FlatGround.box;

import java.util.List;
import java.util.Random;
import org.cuntu.core.rules.Project;
import org.locationtech.jts.geom.Geometry;

/** A seeded survey of strips with ridges and owners, two plots, the control lines and the plan over it. */
final class RandomGround {
    private static final String[] CLASSES = {"0101", "0103", "0201", "0301", "0601", "0702", "1006", "1104", "1101"};
    private static final String[] OWNERS = {"莲塘村", "北岭村", "国有林场"};
    private static final String[] NATURES = {"30", "30", "20"};

    private RandomGround() {}

    static FlatGround of(long seed) {
        Random random = new Random(seed);
        FlatGround ground = FlatGround.with("DLTB", "YJJBNTBHTB", "STBHHX", "CZKFBJ", "GHFQ", "KGDK", "CKQ");
        Geometry one = FlatGround.triangle(3, 5, 500 + random.nextInt(300), 40, 250, 400 + random.nextInt(200));
        Geometry two = box(900, 100, 1000 + random.nextInt(400), 300);
        ground.plot(one, one.getArea() * 1.0000001).plot(two, two.getArea() * 0.9999999);
        double x = -10;
        while (x < 1500) {
            double next = x + 1 + random.nextDouble() * 60;
            strip(ground, random, x, next);
            x = next;
        }
        double edge = 300 + random.nextDouble() * 900;
        ground.feature("STBHHX", box(edge, 150, edge + 90, 600), "LHLX", "水源涵养", "HXMC", "示例");
        ground.feature("CZKFBJ", box(-100, -100, edge, 900), "GHFQDM", "410", "GHFQMC", "城镇集中建设区");
        ground.feature("GHFQ", box(-1000, -1000, edge + 20, 5000), "GHFQDM", "410", "GHFQMC", "城镇集中建设区");
        ground.feature("GHFQ", box(edge + 20, -1000, 9000, 5000), "GHFQDM", "520", "GHFQMC", "一般农业区");
        ground.feature(
                "KGDK",
                box(0, 0, edge, 200),
                "DKBH",
                "A-01",
                "YDYHFLDM",
                "1001",
                "YDYHFLMC",
                "工业用地",
                "JRDM",
                "",
                "GHZT",
                "已批");
        ground.feature("CKQ", box(100, 0, 400, 200), "XKZH", "1").feature("CKQ", box(200, 0, 500, 200), "XKZH", "2");
        return ground.rules(Rules.city()).project(new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of()));
    }

    private static void strip(FlatGround ground, Random random, double from, double to) {
        String code = CLASSES[random.nextInt(CLASSES.length)];
        int owner = random.nextInt(OWNERS.length);
        double ridge = code.startsWith("01") ? random.nextInt(2000) / 10_000.0 : 0;
        ground.feature(
                "DLTB",
                box(from, -50, to, 1200),
                "DLBM",
                code,
                "DLMC",
                code,
                "QSXZ",
                NATURES[owner],
                "QSDWMC",
                OWNERS[owner],
                "KCXS",
                ridge,
                "GDPDJB",
                code.startsWith("01") ? "2" : "");
        if (code.startsWith("01") && random.nextBoolean())
            ground.feature(
                    "YJJBNTBHTB",
                    box(from, 0, to, 250),
                    "DLBM",
                    code,
                    "DLMC",
                    code,
                    "YJJBNTTBBH",
                    "n" + from,
                    "KCXS",
                    ridge);
    }
}
