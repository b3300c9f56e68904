package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cuntu.engine.layer.FlatShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** One thread, four threads, the interpreter: the same areas, perimeters and corners of outlines to the bit. */
class SameBitsTest {
    private static final int SEEDS = 4;

    @TempDir
    Path folder;

    /** Of all pairs of some shapes; {@code main} prints it in a JVM of its own. */
    private static String digest(long seed) throws Exception {
        List<Geometry> shapes = new ArrayList<>();
        shapes.addAll(new PairShapes(seed, 109.4321, 24.3217, 0.000123, 7).valid(12));
        shapes.addAll(new PairShapes(seed, 109.4321, 24.3217, 0.000123, 7).free(12));
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        ShapePair pair = new ShapePair();
        for (Geometry drawn : shapes) {
            Site site = Site.of(drawn);
            PairCut cut = new PairCut(site);
            Outline outline = new Outline(site);
            for (Geometry shape : shapes) {
                cut.cut(FlatShape.of(shape));
                pair.cut(FlatShape.of(shape), FlatShape.of(drawn));
                put(all, cut.integral(), cut.perimeter(), pair.integral(), pair.perimeter());
                for (Coordinate corner : outline.of(cut).getCoordinates()) put(all, corner.x, corner.y);
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static void put(MessageDigest all, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (double value : values) bytes.putDouble(value);
        all.update(bytes.array());
    }

    public static void main(String[] arguments) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) System.out.println(digest(seed));
    }

    private static List<String> oneThread() throws Exception {
        List<String> digests = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) digests.add(digest(seed));
        return digests;
    }

    @Test
    void fourThreads() throws Exception {
        Map<Integer, Future<String>> together = new TreeMap<>();
        try (var four = Executors.newFixedThreadPool(4)) {
            for (int seed = SEEDS - 1; seed >= 0; seed--) {
                int now = seed;
                together.put(seed, four.submit(() -> digest(now)));
            }
        }
        List<String> digests = new ArrayList<>();
        for (Future<String> digest : together.values()) digests.add(digest.get());
        assertThat(digests).isEqualTo(oneThread());
    }

    @Test
    void interpreter() throws Exception {
        assertThat(inAnotherJvm("-Xint")).isEqualTo(oneThread());
    }

    private List<String> inAnotherJvm(String option) throws IOException, InterruptedException {
        Path output = folder.resolve("digests");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        path,
                        SameBitsTest.class.getName())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(jvm.waitFor())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
