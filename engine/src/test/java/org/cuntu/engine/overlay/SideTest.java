package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SideTest {
    private static int byDecimals(double... c) {
        BigDecimal[] d = new BigDecimal[6];
        for (int i = 0; i < 6; i++) d[i] = new BigDecimal(c[i]);
        BigDecimal left = d[2].subtract(d[0]).multiply(d[5].subtract(d[1]));
        BigDecimal right = d[3].subtract(d[1]).multiply(d[4].subtract(d[0]));
        return left.compareTo(right);
    }

    private static void isExact(double... c) {
        assertThat(Side.of(c[0], c[1], c[2], c[3], c[4], c[5])).isEqualTo(byDecimals(c));
    }

    @Test
    void pointsWithinAFewLastBitsOfTheLine() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double ax = 109 + random.nextDouble();
            double ay = 24 + random.nextDouble();
            double bx = ax + 0.001 * random.nextGaussian();
            double by = ay + 0.001 * random.nextGaussian();
            double t = 3 * random.nextDouble() - 1;
            double px = ax + t * (bx - ax) + random.nextInt(3) * Math.ulp(ax);
            double py = ay + t * (by - ay) - random.nextInt(3) * Math.ulp(ay);
            isExact(ax, ay, bx, by, px, py);
        }
    }

    @Test
    void pointsOnTheLine() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            double ax = 109 + random.nextInt(1 << 20) * 0x1p-20;
            double ay = 24 + random.nextInt(1 << 20) * 0x1p-20;
            double dx = (random.nextInt(1 << 12) - 2048) * 0x1p-26;
            double dy = (random.nextInt(1 << 12) - 2048) * 0x1p-26;
            assertThat(Side.of(ax, ay, ax + 7 * dx, ay + 7 * dy, ax + 3 * dx, ay + 3 * dy))
                    .isEqualTo(Side.ON);
            assertThat(Side.of(ax, ay, ax + 7 * dx, ay + 7 * dy, ax, ay)).isEqualTo(Side.ON);
        }
    }

    @Test
    void coordinatesOfVeryDifferentSize() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double[] c = new double[6];
            for (int k = 0; k < 6; k++) c[k] = (random.nextInt(9) - 4) * Math.scalb(1.0, random.nextInt(120) - 60);
            isExact(c);
        }
    }

    @Test
    void differencesWhoseProductsVanish() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            double[] c = new double[6];
            double scale = Math.scalb(1.0, -1074 + random.nextInt(600));
            for (int k = 0; k < 6; k++) c[k] = (random.nextInt(9) - 4) * scale;
            isExact(c);
        }
    }

    @Test
    void differencesNearTheSmallestNumberThatHasAllItsBits() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            double[] c = new double[6];
            double scale = Math.scalb(1.0, -560 + random.nextInt(80));
            for (int k = 0; k < 6; k++) c[k] = (1 + random.nextInt(3) + random.nextInt(4) * 0x1p-52) * scale;
            isExact(c);
        }
    }
}
