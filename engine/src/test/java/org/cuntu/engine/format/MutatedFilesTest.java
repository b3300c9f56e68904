package org.cuntu.engine.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid files with a few bytes changed at random are read or refused in words: nothing else may come out, and soon. */
class MutatedFilesTest {
    private static final int TIMES = 250;
    private static final byte[] TXT = PlotTxtReaderTest.EXAMPLE.getBytes(Charset.forName("GB18030"));
    private static final String[] TOKENS = {
        "1e999999999",
        "-",
        "NaN",
        "1e400",
        "null",
        "[",
        "]]",
        "{",
        "}",
        "\"",
        ",",
        "@",
        "=",
        "\n",
        "\0",
        "\uFEFF",
        "\u0001",
        "99999999999999999999",
        "0.0000000000000000000001",
        "面",
        "🗺",
        "\"coordinates\":[]",
        "\"crs\":7,",
        "J1,1,",
        "*"
    };

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothingButAReasonComesOut(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] geoJson = GeoJsonWriter.write(SiteReader.read(TXT, "a.txt", null, InputLimits.SITE));
        Path shp = ShapefileMaker.write(folder, "地块一".getBytes(UTF_8), "地块二".getBytes(UTF_8));
        byte[] dbf = Files.readAllBytes(folder.resolve("a.dbf"));
        byte[] records = Files.readAllBytes(shp);
        byte[] zip = zip(records, dbf);
        for (int i = 0; i < TIMES / 5; i++) {
            String at = "seed " + seed + ", turn " + i;
            read(mutated(TXT, random), "a.txt", at);
            read(mutated(geoJson, random), "a.geojson", at);
            read(mutated(zip, random), "a.zip", at);
            read(zip(records, mutated(dbf, random)), "a.zip", at);
            read(zip(mutated(records, random), dbf), "a.zip", at);
        }
    }

    @Test
    void aShapefileWithoutNeighboursToo() throws IOException {
        byte[] records = Files.readAllBytes(ShapefileMaker.write(folder, "一".getBytes(UTF_8)));
        Random random = new Random(55);
        for (int i = 0; i < TIMES; i++) read(mutated(records, random), "a.shp", "turn " + i);
    }

    private static void read(byte[] content, String name, String at) {
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        SiteReader.read(content, name, name.endsWith("shp") ? Crs.CGCS2000 : null, InputLimits.SITE);
                    } catch (InputRefused refused) {
                        Problem first = refused.problems().getFirst();
                        assertThat(first.what(Locale.CHINA)).as(at).isNotEqualTo(first.code());
                        assertThat(first.todo(Locale.ENGLISH)).as(at).isNotEqualTo(first.code());
                    } catch (RuntimeException | Error e) {
                        throw new AssertionError(name + ", " + at, e);
                    }
                },
                at);
    }

    /** One to four changes: a bit, a byte, a piece cut out or doubled, the end cut off, or a token put in. */
    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 8; n--) {
            int from = random.nextInt(bytes.length - 4);
            int to = from + 1 + random.nextInt(Math.min(40, bytes.length - from - 1));
            bytes = switch (random.nextInt(6)) {
                case 0 -> changed(bytes, from, bytes[from] ^ 1 << random.nextInt(8));
                case 1 -> changed(bytes, from, random.nextInt(256));
                case 2 -> spliced(bytes, from, to, new byte[0]);
                case 3 -> spliced(bytes, to, to, java.util.Arrays.copyOfRange(bytes, from, to));
                case 4 -> java.util.Arrays.copyOf(bytes, from + 4);
                default ->
                    spliced(
                            bytes,
                            from,
                            from + random.nextInt(3),
                            TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8));
            };
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] zip(byte[] shp, byte[] dbf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Object[] part :
                    new Object[][] {{"a.shp", shp}, {"a.dbf", dbf}, {"a.prj", ShapefileMaker.CGCS2000.getBytes(UTF_8)}
                    }) {
                zip.putNextEntry(new ZipEntry((String) part[0]));
                zip.write((byte[]) part[1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
