package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.matrix.Effort;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Seconds of a survey of many patches: counted, added up, opened, set against the year before; not a test. Arguments: patches a side
 * (1000: a million), per mille of the patches that change, rounds. Patches have some 70 corners and share them with their neighbours.
 */
final class SurveyTiming {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String[] CODES = {
        "0101", "0103", "0201", "0301", "0305", "0404", "0601", "0702", "1006", "1104"
    };
    private static final double CELL = 0.001;
    private static final int STEPS = 17;

    private SurveyTiming() {}

    public static void main(String[] args) throws Exception {
        int side = Integer.parseInt(args[0]);
        int changing = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("survey-timing");
        SurveyLayer layer = new SurveyLayer(
                "DLTB", "", "", "SD2019", "DLBM", "ZLDWDM", "TBMJ", "TBDLMJ", "KCDLBM", "QSXZ", null, "GDPDJB", null,
                null, null);
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Snapshot before = written(store, side, 0);
            Snapshot after = written(store, side, changing);
            for (int round = 0; round < Integer.parseInt(args[2]); round++) round(before, after, layer);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void round(Snapshot before, Snapshot after, SurveyLayer layer) {
        long start = System.nanoTime();
        Tally tally = TallyMaking.of(after, layer, null, "ZLDWDM");
        told("counted, " + tally.entries() + " entries", start);
        start = System.nanoTime();
        long[] figures = tally.printed(AreaUnit.HA, 2);
        told("balanced", start);
        start = System.nanoTime();
        long[][] table = new long[tally.villages.length][tally.words[0].length];
        for (int e = 0; e < tally.entries(); e++) table[tally.village[e]][tally.codes[0][e]] += figures[e];
        told("added up by township and class, " + table.length + " rows", start);
        start = System.nanoTime();
        int[] parts = tally.listParts(entry -> tally.word(Dim.CLASS, entry).startsWith("01"));
        told("opened, " + parts.length + " patches", start);
        start = System.nanoTime();
        Flows flows = FlowMaking.of(before, after, layer, Effort.allCores());
        told("two years, " + flows.places.size() + " places", start);
        start = System.nanoTime();
        flows.printed(AreaUnit.HA, 2, tally);
        told("its matrix balanced", start);
    }

    private static void told(String what, long start) {
        System.out.printf("%-48s %.3f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static Snapshot written(FolderSnapshotStore store, int side, int changing) {
        List<Field> fields = new ArrayList<>();
        for (String code : List.of("DLBM", "ZLDWDM", "KCDLBM", "QSXZ", "GDPDJB"))
            fields.add(new Field(code, Field.Type.TEXT, code, code));
        fields.add(new Field("TBMJ", Field.Type.DECIMAL, "TBMJ", "TBMJ"));
        fields.add(new Field("TBDLMJ", Field.Type.DECIMAL, "TBDLMJ", "TBDLMJ"));
        LayerSchema schema = new LayerSchema("DLTB", LayerKind.COVERAGE, fields, "SD2019", "DLBM");
        SplittableRandom random = new SplittableRandom(7);
        Polygon all = (Polygon) FACTORY.toGeometry(new Envelope(108.9, 109.1 + side * CELL, 23.9, 24.1 + side * CELL));
        long start = System.nanoTime();
        try (SnapshotWriter writer =
                SnapshotWriter.begin(store.folder(), schema, all, new SnapshotOrigin(true, "timing"))) {
            for (int y = 0; y < side; y++)
                for (int x = 0; x < side; x++) {
                    String code = CODES[random.nextInt(CODES.length)];
                    boolean changes = random.nextInt(1000) < changing;
                    boolean wide = changes && x % 2 == 0 && x + 1 < side;
                    if (changes) code = "0601";
                    // two patches that are drawn anew: their common edge is another
                    int anew = wide ? 1 : 0;
                    writer.add(feature(ring(x, y, 0, anew), x, y, code));
                    if (wide) {
                        x++;
                        random.nextInt(CODES.length);
                        random.nextInt(1000);
                        writer.add(feature(ring(x, y, anew, 0), x, y, "0101"));
                    }
                }
            Snapshot snapshot = store.open(writer.finish()).snapshot();
            told("written, " + snapshot.size() + " patches", start);
            return snapshot;
        }
    }

    private static Feature feature(Polygon ground, int x, int y, String code) {
        boolean cropland = code.startsWith("01");
        BigDecimal area = BigDecimal.valueOf(1_123_000L + 13L * (x % 97) + 7L * (y % 89), 2);
        BigDecimal ridge = cropland ? BigDecimal.valueOf(120_000L, 2) : BigDecimal.ZERO;
        String village = String.format("4502%02d%03d%03d", 2 + x * 4 / 1000 % 10, x / 10 % 118, y / 80 % 1000);
        return new Feature(
                ground,
                Arrays.asList(
                        code,
                        village + "0000000",
                        cropland ? "1203" : null,
                        x % 7 == 0 ? "20" : "30",
                        cropland ? String.valueOf(1 + x % 5) : null,
                        area,
                        area.subtract(ridge)));
    }

    /** A cell whose edges are jagged, the same for both neighbours; west and east edge of the first or the second year. */
    private static Polygon ring(int x, int y, int west, int east) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) points.add(at(x + (double) i / STEPS, y, x, y, i, true, 0));
        for (int i = 0; i < STEPS; i++) points.add(at(x + 1, y + (double) i / STEPS, x + 1, y, i, false, east));
        for (int i = STEPS; i > 0; i--) points.add(at(x + (double) i / STEPS, y + 1, x, y + 1, i, true, 0));
        for (int i = STEPS; i > 0; i--) points.add(at(x, y + (double) i / STEPS, x, y, i, false, west));
        points.add(points.getFirst().copy());
        return FACTORY.createPolygon(points.toArray(Coordinate[]::new));
    }

    private static Coordinate at(double x, double y, int line, int row, int step, boolean level, int year) {
        boolean corner = step == 0 || step == STEPS;
        long seed = (line * 73_856_093L ^ row * 19_349_663L ^ step * 83_492_791L) + (level ? 1 : 0) + 2L * year;
        double jag = corner ? 0 : (new SplittableRandom(seed).nextDouble() - 0.5) * 0.04;
        double lon = 109 + CELL * (level ? x : x + jag);
        double lat = 24 + CELL * (level ? y + jag : y);
        return new Coordinate(StrictMath.rint(lon * 1e9) / 1e9, StrictMath.rint(lat * 1e9) / 1e9);
    }
}
