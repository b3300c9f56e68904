package org.cuntu.core.intake;

import static org.cuntu.testing.Deliveries.feature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.quality.internal.QualityDoor;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.Squares;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The city of {@link Intakes} with a land-use survey of 31 December 2024: on each square one patch of woodland of 10 000.00 m², a village and
 * a township of its own, with that control area. A patch is called by the last sign of its identifier.
 */
abstract class YearlyCity extends Intakes {
    static final String LAYER_OF_PATCHES = "DLTB";
    static final LocalDate YEAR = LocalDate.of(2025, 12, 31);
    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);

    void theYearBefore() {
        application().jdbc().sql("delete from layer_release").update();
        divisions("XZQ", List.of("XZQDM", "XZQMC", "DCMJ"), 9);
        divisions("CJDCQ", List.of("ZLDWDM", "ZLDWMC", "DCMJ"), 19);
        LayerSchema patches = schema(LAYER_OF_PATCHES);
        List<Feature> features = IntStream.range(0, 7)
                .mapToObj(place -> new Feature(
                        Squares.square(place),
                        values(patches, fields(2024, String.valueOf(place), place, "0301", "10000.00"))))
                .toList();
        application()
                .bean(LayerImport.class)
                .importFeatures(patches, features.stream(), ground(), BEFORE, "survey of 2024", false);
    }

    /** Seven squares, and those of Intakes that are not used: two counties of 5 and 2. */
    private void divisions(String layer, List<String> codes, int digits) {
        LayerSchema register = schema(layer);
        LayerSchema given = new LayerSchema(
                layer,
                register.kind(),
                codes.stream()
                        .map(code -> register.fields().get(register.indexOf(code)))
                        .toList(),
                null,
                null);
        List<Feature> features = IntStream.range(0, 7)
                .mapToObj(place -> Feature.of(
                        Squares.square(place),
                        village(place).substring(0, digits),
                        "d" + place,
                        new BigDecimal("10000.00")))
                .toList();
        application()
                .bean(LayerImport.class)
                .importFeatures(given, features.stream(), ground(), LocalDate.of(2020, 1, 1), layer, false);
    }

    private static Geometry ground() {
        return IntStream.range(0, 7)
                .mapToObj(Squares::square)
                .reduce(Geometry::union)
                .orElseThrow();
    }

    static String county(int place) {
        return place < 5 ? WEST : EAST;
    }

    private static String village(int place) {
        return county(place) + "00" + place + "201" + "0000000";
    }

    /** Of a patch of the west. */
    static String bsm(String name) {
        return "45020320010000000" + name;
    }

    private static Map<String, Object> fields(int year, String name, int place, String type, String area) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("BSM", bsm(name));
        fields.put("YSDM", "2001010100");
        fields.put("TBBH", name);
        fields.put("DLBM", type);
        fields.put("DLMC", type.equals("0301") ? "乔木林地" : "工业用地");
        fields.put("QSXZ", "30");
        fields.put("QSDWDM", village(place));
        fields.put("QSDWMC", "d" + place);
        fields.put("ZLDWDM", village(place));
        fields.put("ZLDWMC", "d" + place);
        fields.put("TBMJ", new BigDecimal(area));
        fields.put("KCMJ", new BigDecimal("0.00"));
        fields.put("TBDLMJ", new BigDecimal(area));
        fields.put("SJNF", (long) year);
        fields.put("MSSM", "00");
        return fields;
    }

    private static List<@Nullable Object> values(LayerSchema schema, Map<String, Object> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : schema.fields()) values.add(fields.get(field.code()));
        return values;
    }

    /** A new patch on a part of a square: from and to are shares of its width. */
    static String patch(String name, int place, double from, double to, String type, String area) {
        return of(2025, name, place, from, to, type, area);
    }

    static String of(int year, String name, int place, double from, double to, String type, String area) {
        return feature(json(fields(year, name, place, type, area)), ring(place, from, to));
    }

    /** A new patch whose outline crosses itself. */
    static String bowTie(String name, int place) {
        return feature(
                json(fields(2025, name, place, "0301", "5000.00")),
                String.format(
                        Locale.ROOT,
                        "[[%1$s,24.3],[%2$s,24.301],[%2$s,24.3],[%1$s,24.301],[%1$s,24.3]]",
                        at(place, 0),
                        at(place, 0.5)));
    }

    /** A patch on a square that says another's village. */
    static String patchOf(String name, int village, int place, double from, double to, String type, String area) {
        return feature(json(fields(2025, name, village, type, area)), ring(place, from, to));
    }

    static String row(String old, String fresh, int place, double a, double b, String from, String to, String area) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("BGQTBBSM", bsm(old));
        fields.put("BGHTBBSM", bsm(fresh));
        fields.put("BGQDLBM", from);
        fields.put("BGHDLBM", to);
        fields.put("TBBGMJ", new BigDecimal(area));
        return feature(json(fields), ring(place, a, b));
    }

    private static String json(Map<String, Object> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((code, value) ->
                pairs.add("\"" + code + "\":" + (value instanceof String ? "\"" + value + "\"" : value.toString())));
        return String.join(",", pairs);
    }

    private static String ring(int place, double from, double to) {
        double west = at(place, from);
        double east = at(place, to);
        return String.format(
                Locale.ROOT, "[[%1$s,24.3],[%2$s,24.3],[%2$s,24.301],[%1$s,24.301],[%1$s,24.3]]", west, east);
    }

    private static double at(int place, double share) {
        return (109_400 + place + share) / 1000.0;
    }

    /** Square 2 as two halves, the eastern one built. */
    Given split() {
        return update(patch("A", 2, 0, 0.5, "0301", "5000.00"), patch("B", 2, 0.5, 1, "0601", "5000.00"));
    }

    /** The row of one half of square 2. */
    static String half(String name, int area) {
        return name.equals("A")
                ? row("2", "A", 2, 0, 0.5, "0301", "0301", area + ".00")
                : row("2", "B", 2, 0.5, 1, "0301", "0601", area + ".00");
    }

    Given update(String... patches) {
        return file(Role.UPDATE, patches);
    }

    Given process(String... rows) {
        return file(Role.PROCESS, rows);
    }

    Given layer(Role role, byte[] content, String layer) {
        try {
            FileRef kept = application()
                    .bean(Files.class)
                    .keep(new ByteArrayInputStream(content), "package.gpkg", "application/octet-stream");
            return new Given(role, kept.sha256(), "package.gpkg", kept.size(), layer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Submissions.Order yearly(Given... files) {
        return yearlyOf(WEST, files);
    }

    static Submissions.Order yearlyOf(String county, Given... files) {
        return order(county, YEAR, files);
    }

    static Submissions.Order yearlyFrom(LocalDate from, Given... files) {
        return order(WEST, from, files);
    }

    private static Submissions.Order order(String county, LocalDate from, Given... files) {
        return new Submissions.Order(
                LAYER_OF_PATCHES,
                county,
                Submission.Kind.YEARLY,
                from,
                null,
                "yearly change",
                null,
                null,
                false,
                List.of(files));
    }

    Submission last() {
        return as("reviewer", () -> submissions()
                .list(new Submissions.Filter(null, null, null, null), 1)
                .getFirst());
    }

    List<LayerIssue> issues(Submission submission) {
        UUID run = round(submission).run();
        if (run == null) throw new AssertionError(lastStep(submission).toString());
        return QualityDoor.issues(application(), run);
    }

    List<String> rules(Submission submission) {
        return issues(submission).stream().map(LayerIssue::rule).distinct().toList();
    }

    /** The patches in force on a day: name, class, area, year, sorted. */
    List<String> patches(LocalDate day) {
        return read(
                day,
                (snapshot, i) -> text(snapshot, i, "BSM").substring(17) + " " + text(snapshot, i, "DLBM") + " "
                        + text(snapshot, i, "TBMJ") + " " + text(snapshot, i, "SJNF"));
    }

    /** Every field and every coordinate of the patches in force on a day, sorted. */
    List<String> exactly(LocalDate day) {
        return read(day, (snapshot, i) -> {
            StringBuilder all = new StringBuilder();
            for (Field field : snapshot.schema().fields())
                all.append(text(snapshot, i, field.code())).append('|');
            for (var c : snapshot.geometry(i).norm().getCoordinates())
                all.append(Double.toHexString(c.x))
                        .append(' ')
                        .append(Double.toHexString(c.y))
                        .append(',');
            return all.toString();
        });
    }

    private static String text(Snapshot snapshot, int feature, String field) {
        return String.valueOf(snapshot.value(feature, snapshot.schema().indexOf(field)));
    }

    private interface Said {
        String of(Snapshot snapshot, int feature);
    }

    private List<String> read(LocalDate day, Said said) {
        String hash = application().bean(Baselines.class).resolveAll(day, null).layers().stream()
                .filter(layer -> layer.entry().code().equals(LAYER_OF_PATCHES))
                .findFirst()
                .orElseThrow()
                .snapshot()
                .hash();
        try (SnapshotStore.Lease lease = application().bean(SnapshotStore.class).open(hash)) {
            Snapshot snapshot = lease.snapshot();
            return IntStream.range(0, snapshot.size())
                    .mapToObj(i -> said.of(snapshot, i))
                    .sorted()
                    .toList();
        }
    }
}
